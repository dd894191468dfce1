package org.occupationalstandards.catalogue.website;

import java.util.List;
import org.occupationalstandards.catalogue.entry.Rejection;

/** That an occupation was decided against, in words: what was decided and when, why, and what may come of it. */
record RejectionView(String what, List<String> reasons, String next) {

    private static final String CHALLENGE =
            " For a limited time the decision can be challenged, if it was not made in the right way.";

    static RejectionView of(Rejection rejection) {
        String on = Wording.date(rejection.on());
        return switch (rejection.kind()) {
            case PROPOSAL ->
                new RejectionView(
                        "The proposal to develop a standard for this occupation was rejected on " + on + ".",
                        rejection.reasons(),
                        "The occupation stays on the map as a potential one, and its employer group may submit another proposal."
                                + CHALLENGE);
            case STANDARD ->
                new RejectionView(
                        "The standard that was written for this occupation was rejected on " + on + ".",
                        rejection.reasons(),
                        "The occupation is a potential one again. Its employer group may begin anew with another proposal."
                                + CHALLENGE);
        };
    }
}

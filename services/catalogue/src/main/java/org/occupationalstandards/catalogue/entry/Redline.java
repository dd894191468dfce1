package org.occupationalstandards.catalogue.entry;

import java.util.List;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.Occupation;

/** The differences between two versions. */
final class Redline {

    static List<Change> between(Occupation before, Occupation after) {
        return List.of();
    }

    private Redline() {}
}

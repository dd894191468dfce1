package org.occupationalstandards.catalogue.api;

import java.util.Map;
import java.util.Set;
import org.occupationalstandards.catalogue.entry.SearchParameters;
import org.occupationalstandards.platform.problem.ProblemException;

/** Reads what a program asks for, and refuses it with everything that is wrong at once. */
final class Asked {

    static SearchParameters search(Map<String, String> parameters, Set<String> alsoKnown) {
        SearchParameters asked = SearchParameters.of(parameters, alsoKnown);
        if (!asked.faults().isEmpty()) throw ProblemException.invalid(asked.faults());
        return asked;
    }

    /** A page of a list without filters. */
    static SearchParameters pages(Map<String, String> parameters) {
        SearchParameters asked = SearchParameters.ofPages(parameters);
        if (!asked.faults().isEmpty()) throw ProblemException.invalid(asked.faults());
        return asked;
    }

    private Asked() {}
}

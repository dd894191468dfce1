package org.occupationalstandards.standards.api;

import java.util.ArrayList;
import java.util.List;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;

/** What may be asked of a list, whichever it is. */
final class Paging {

    private static final int LARGEST_PAGE = 500;

    static void check(int page, int size) {
        check(page, size, List.of());
    }

    /** @param others what else is wrong with the request */
    static void check(int page, int size, List<Fault> others) {
        var faults = new ArrayList<>(others);
        if (page < 0) {
            faults.add(Fault.ofParameter("page", "page counts from 0."));
        }
        if (size < 1 || size > LARGEST_PAGE) {
            faults.add(Fault.ofParameter("size", "size must be from 1 to " + LARGEST_PAGE + "."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private Paging() {}
}

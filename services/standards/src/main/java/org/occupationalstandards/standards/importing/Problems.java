package org.occupationalstandards.standards.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong with one record, so that its sender learns all of it at once. */
final class Problems {

    /** Nobody mends more than this from one list; a file of rubbish must not fill the memory with complaints. */
    private static final int MOST = 1_000;

    private final List<ImportProblem> found = new ArrayList<>();
    private int unsaid;

    void add(int line, String part, String message) {
        if (found.size() < MOST) {
            found.add(new ImportProblem(line, part, message));
        } else {
            unsaid++;
        }
    }

    void addAll(Problems others) {
        others.found.forEach(each -> add(each.line(), each.part(), each.message()));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** In the order of the file. */
    List<ImportProblem> inOrder() {
        List<ImportProblem> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparingInt(ImportProblem::line));
        if (unsaid > 0) {
            ordered.add(new ImportProblem(0, "record", "And " + unsaid + " more problems"));
        }
        return List.copyOf(ordered);
    }
}

package org.occupationalstandards.standards.importing;

import java.util.List;

/** What reading one record of a file came to. Each record stands alone: one that is refused never stops the rest. */
public sealed interface ImportRecord {

    /** How the sender recognises the record: its reference where it has one, else its title or place in the file. */
    String record();

    /**
     * A record that reads as a standard.
     *
     * @param notes what was taken differently from how it stood in the file, and why; nothing that needs mending
     */
    record Accepted(String record, ImportedStandard standard, List<String> notes) implements ImportRecord {
        public Accepted {
            notes = List.copyOf(notes);
        }
    }

    /** A record with everything that is wrong with it, at least one problem, in the order of the file. */
    record Refused(String record, List<ImportProblem> problems) implements ImportRecord {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("A refusal without a reason: " + record);
            }
        }
    }
}

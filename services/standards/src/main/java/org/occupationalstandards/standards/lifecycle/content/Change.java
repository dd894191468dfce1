package org.occupationalstandards.standards.lifecycle.content;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two contents, flat so that a stored one stays readable for ever.
 *
 * <ul>
 *   <li>a field: {@code CHANGED FIELD}, {@code field} its name, {@code before} and {@code after} its value
 *   <li>a line of a list: {@code ADDED | REMOVED | MOVED FIELD}, {@code field} the name of the list, the labels its
 *       positions counted from 1, {@code before} and {@code after} the line
 *   <li>a statement, duty or option: {@code ADDED | REMOVED | REWORDED | MOVED} with its id, its labels (K1, S1, B1, D1,
 *       O1) and its texts
 *   <li>a duty's core flag and criteria: as a field and a list, but with part {@code DUTY} and the duty's id
 *   <li>a duty mapped to a statement: {@code MAPPED | UNMAPPED DUTY} with the duty's id and label, {@code field} the
 *       statement's id, {@code before} or {@code after} the statement's label; mapped to an option the same with part
 *       {@code OPTION}
 * </ul>
 *
 * A statement that is merely renumbered because another went is not a change: see {@link ContentDiff#relabelled}.
 */
public record Change(
        Kind kind,
        Part part,
        @Nullable UUID id,
        @Nullable String field,
        @Nullable String labelBefore,
        @Nullable String labelAfter,
        @Nullable String before,
        @Nullable String after) {

    /** Where it is, in the draft as it is now where it is still there: the name of a field or list, or a label. */
    public String place() {
        String label = labelAfter != null ? labelAfter : labelBefore;
        return part == Part.FIELD || label == null ? String.valueOf(field) : label;
    }

    /** What happened to the part. */
    public enum Kind {
        ADDED,
        REMOVED,
        REWORDED,
        MOVED,
        CHANGED,
        MAPPED,
        UNMAPPED
    }

    /** Which part of a standard a change touches. */
    public enum Part {
        FIELD(""),
        KNOWLEDGE("K"),
        SKILL("S"),
        BEHAVIOUR("B"),
        DUTY("D"),
        OPTION("O");

        private final String letter;

        Part(String letter) {
            this.letter = letter;
        }

        /** The label of the part at a position counted from 0: K1 for 0. */
        public String label(int position) {
            return letter + (position + 1);
        }

        /** Whether a label is one of this part. */
        public boolean labels(String label) {
            return !letter.isEmpty() && label.startsWith(letter);
        }

        int position(String label) {
            return Integer.parseInt(label.substring(letter.length())) - 1;
        }
    }
}

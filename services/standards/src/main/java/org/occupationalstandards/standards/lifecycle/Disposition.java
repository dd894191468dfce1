package org.occupationalstandards.standards.lifecycle;

/** What becomes of a comment. */
public enum Disposition {
    ACCEPTED,
    ACCEPTED_IN_PART,
    NOT_ACCEPTED,
    OUT_OF_SCOPE
}

package org.occupationalstandards.standards.lifecycle;

/** Where a standard stands for the public. */
public enum Status {
    POTENTIAL,
    IN_DEVELOPMENT,
    APPROVED,
    RETIRED,
    WITHDRAWN
}

package org.occupationalstandards.standards.lifecycle;

/** How much a new version changes, as an official classified it. */
public enum ChangeClass {
    /** The first version. */
    NEW,
    /** Something was wrong: minor + 1. */
    CORRECTION,
    /** Something is better said or added without changing the occupation: minor + 1. */
    ADJUSTMENT,
    /** The occupation has changed: (major + 1).0. */
    REVISION
}

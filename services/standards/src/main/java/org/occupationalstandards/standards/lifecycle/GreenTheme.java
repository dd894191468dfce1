package org.occupationalstandards.standards.lifecycle;

/** How much of the job serves environmental goals. */
public enum GreenTheme {
    NONE,
    MID,
    DARK
}

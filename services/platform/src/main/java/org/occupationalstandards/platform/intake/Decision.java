package org.occupationalstandards.platform.intake;

/** What an operator decided about one waiting message. */
enum Decision {
    /** It is left out for good. */
    DROPPED,
    /** It is taken in although one before it is missing. */
    TAKEN_OVER_GAP
}

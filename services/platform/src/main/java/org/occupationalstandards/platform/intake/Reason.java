package org.occupationalstandards.platform.intake;

/** Why a message was set aside. */
public enum Reason {
    /** A required attribute is missing or is not what it should be. */
    MALFORMED_ATTRIBUTES,
    /** The data is not the JSON that its type promises. */
    MALFORMED_DATA,
    /** This version of the service does not know the type. */
    UNKNOWN_TYPE,
    /** Larger than the service takes in. */
    TOO_LARGE,
    /** Read, but its effects were refused, by the database or by the code. */
    NOT_APPLICABLE,
    /** Nothing wrong with it, but a message before it is missing. */
    GAP,
    /** Nothing wrong with it; it waits behind another one. */
    WAITS
}

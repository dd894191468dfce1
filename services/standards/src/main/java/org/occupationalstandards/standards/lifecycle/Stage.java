package org.occupationalstandards.standards.lifecycle;

/**
 * Where the work on a standard stands. A standard with a version in force goes through the stages of development again
 * for its next version, and is approved for the public all the while: see {@link StandardState#status}.
 */
public enum Stage {
    /** There is no such standard. */
    NONE("does not exist"),
    /** Spotted or proposed, and nobody works on it yet, or a group prepares its proposal. */
    POTENTIAL("is potential"),
    /** The group's proposal is with the officials, the panel or the committee. */
    PROPOSED("is proposed"),
    /** The group writes the draft of the first or the next version. */
    IN_DEVELOPMENT("is in development"),
    /** The draft holds still while everybody may comment on it. */
    IN_CONSULTATION("is in consultation"),
    /** The panel votes on the finished draft and the committee decides. */
    SUBMITTED("is submitted for approval"),
    /** A version is in force, or will be from a date that is set, and no other is worked on. */
    APPROVED("is approved"),
    /** Approved, and the public is asked whether it should end. */
    RETIRING("is in consultation about its retirement"),
    /** Ended after having been approved. */
    RETIRED("is retired"),
    /** Given up before it was ever approved. */
    WITHDRAWN("is withdrawn");

    private final String says;

    Stage(String says) {
        this.says = says;
    }

    /** The stage as the end of a sentence about a standard. */
    public String says() {
        return says;
    }
}

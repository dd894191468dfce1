package org.occupationalstandards.contracts;

/** The topics that carry the change stream. Names end in the major version of what they carry. */
public final class Topics {

    /** Every public announcement, kept for ever; the key is the reference of the standard. */
    public static final String EVENTS = "standards.standard.events.v1";

    /** The latest {@link Occupation} of each standard, compacted: where a cold start begins. */
    public static final String STATE = "standards.standard.state.v1";

    /** Internal steps (votes, comments, drafts), read by our own services alone. */
    public static final String WORKFLOW = "standards.workflow.events.v1";

    /** What a consumer could not read goes to the topic of this name plus this suffix, on the same partition. */
    public static final String DEAD_LETTER_SUFFIX = "-dlt";

    private Topics() {}
}

package org.occupationalstandards.contracts;

/** Names of the CloudEvents attributes that the change stream uses beyond the required ones. */
public final class CloudEventNames {

    /** {@code source} of every announcement. */
    public static final String SOURCE = "/standards";

    /** Position of the event in the stream of its standard, counted from 1; internal events make it skip numbers. */
    public static final String SEQUENCE = "sequence";

    /** Sequence of the announcement before this one for the same standard, 0 for none: another number means a gap. */
    public static final String PREVIOUS_SEQUENCE = "previoussequence";

    /** Place in the whole change stream, counted from 1 without gaps. */
    public static final String POSITION = "position";

    /** Type of the messages on the state topic. */
    public static final String STATE_TYPE = "standards.standard.state.v1";

    private CloudEventNames() {}
}

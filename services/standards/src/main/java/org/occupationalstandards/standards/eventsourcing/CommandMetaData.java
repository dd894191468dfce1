package org.occupationalstandards.standards.eventsourcing;

/** What travels beside a command; actor and trace go on to its events. */
final class CommandMetaData {

    static final String ACTOR = "actor";
    static final String TRACEPARENT = "traceparent";

    /** The whole {@link Instruction}; for the command alone, and never stored. */
    static final String INSTRUCTION = "instruction";

    private CommandMetaData() {}
}

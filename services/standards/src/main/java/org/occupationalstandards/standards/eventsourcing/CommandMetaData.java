package org.occupationalstandards.standards.eventsourcing;

/** What travels beside a command; actor, trace and name go on to its events. */
final class CommandMetaData {

    static final String ACTOR = "actor";
    static final String TRACEPARENT = "traceparent";

    /** What was asked for, by its name on the wire. */
    static final String COMMAND = "command";

    /** The whole {@link Instruction}; for the command alone, and never stored. */
    static final String INSTRUCTION = "instruction";

    private CommandMetaData() {}
}

package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;

/** What has happened when work was given up, or a standard ended or came back. */
public sealed interface EndOfLifeEvent extends StandardEvent {

    /** The standard was given up before it was approved. */
    record StandardWithdrawn(String reason, LocalDate decidedOn, String by, Instant at) implements EndOfLifeEvent {}

    /** Work on the next version was given up; the version in force stays, and no number was used. */
    record RevisionWithdrawn(String reason, String by, Instant at) implements EndOfLifeEvent {}
}

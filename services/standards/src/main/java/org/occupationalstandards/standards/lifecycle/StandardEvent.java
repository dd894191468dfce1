package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;

/**
 * A plain fact about one standard: JDK types, no validation, so that an old one stays readable when a rule tightens.
 * People are opaque ids.
 */
public sealed interface StandardEvent
        permits ProposalEvent,
                ConditionEvent,
                DraftEvent,
                ConsultationEvent,
                BallotEvent,
                ApprovalEvent,
                ReviewEvent,
                VersionEvent,
                ProductEvent,
                MapEvent,
                EndOfLifeEvent,
                DeadlineEvent,
                StandardRegistered {

    /** Opaque id of who did it. */
    String by();

    /** When it was decided, by the clock of the service that decided. */
    Instant at();
}

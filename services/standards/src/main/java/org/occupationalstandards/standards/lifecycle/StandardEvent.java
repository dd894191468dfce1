package org.occupationalstandards.standards.lifecycle;

/**
 * A plain fact about one standard: JDK types, no validation, so that an old one stays readable when a rule tightens.
 * People are opaque ids.
 */
public sealed interface StandardEvent extends Fact
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
                StandardRegistered {}

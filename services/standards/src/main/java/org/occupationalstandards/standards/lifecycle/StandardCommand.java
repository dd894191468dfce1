package org.occupationalstandards.standards.lifecycle;

/**
 * An order concerning one standard. Components that JSON may leave out are nullable even where a rule then asks for
 * them, so that everything that is missing is said at once.
 */
public sealed interface StandardCommand
        permits ProposalCommand,
                ConditionCommand,
                DraftCommand,
                ConsultationCommand,
                BallotCommand,
                ApprovalCommand,
                ReviewCommand,
                VersionCommand,
                ProductCommand,
                MapCommand,
                EndOfLifeCommand,
                DeadlineCommand,
                RegisterExisting {}

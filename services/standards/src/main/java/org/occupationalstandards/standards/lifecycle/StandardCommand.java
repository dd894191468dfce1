package org.occupationalstandards.standards.lifecycle;

import org.occupationalstandards.standards.lifecycle.content.Required;

/**
 * An order concerning one standard. Components that JSON may leave out are nullable even where a rule then asks for
 * them, so that everything that is missing is said at once; those without which no body is taken are {@link Required}.
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

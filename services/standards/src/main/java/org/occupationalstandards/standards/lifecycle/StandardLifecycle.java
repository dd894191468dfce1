package org.occupationalstandards.standards.lifecycle;

import java.util.List;

/** The rulebook: what each command leads to in each state, for each caller. Pure: no clock, no I/O. */
public final class StandardLifecycle {

    /**
     * What follows from a command: events to be recorded, none where nothing would change.
     *
     * @throws CommandRefused when the rules say no, with everything that stands against it
     */
    public static List<StandardEvent> decide(
            StandardCommand command, StandardState state, Circumstances circumstances) {
        Guards.admit(CommandName.of(command), state, circumstances);
        return switch (command) {
            case ProposalCommand about -> ProposalRules.decide(about, state, circumstances);
            case ConditionCommand about -> ConditionRules.decide(about, state, circumstances);
            case DraftCommand about -> DraftRules.decide(about, state, circumstances);
            case ConsultationCommand about -> ConsultationRules.decide(about, state, circumstances);
            case BallotCommand about -> BallotRules.decide(about, state, circumstances);
            case ApprovalCommand about -> ApprovalRules.decide(about, state, circumstances);
            case ReviewCommand about -> ReviewRules.decide(about, state, circumstances);
            case VersionCommand about -> VersionRules.decide(about, state, circumstances);
            case ProductCommand about -> ProductRules.decide(about, state, circumstances);
            case MapCommand about -> MapRules.decide(about, state, circumstances);
            case EndOfLifeCommand about -> EndOfLifeRules.decide(about, state, circumstances);
            case DeadlineCommand about -> DeadlineRules.decide(about, state, circumstances);
            case RegisterExisting existing -> RegistrationRules.decide(existing, state, circumstances);
        };
    }

    /**
     * Looks at nothing but whether the command is open to this caller.
     *
     * @throws CommandRefused when it is not, by role or reach
     */
    public static void admit(StandardCommand command, StandardState state, Circumstances circumstances) {
        Reach.admit(CommandName.of(command), state, circumstances);
    }

    private StandardLifecycle() {}
}

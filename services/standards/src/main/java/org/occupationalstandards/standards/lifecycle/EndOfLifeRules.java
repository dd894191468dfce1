package org.occupationalstandards.standards.lifecycle;

import java.util.List;

/** Rules of giving up, ending and coming back. */
final class EndOfLifeRules {

    static List<StandardEvent> decide(EndOfLifeCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case EndOfLifeCommand.Withdraw withdraw -> withdraw(withdraw, state, circumstances);
        };
    }

    private static List<StandardEvent> withdraw(
            EndOfLifeCommand.Withdraw command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.text(
                command.reason(), "/reason", circumstances.policy().reason());
        objections.raise(Refusal.INVALID_INPUT);
        return state.hasVersion()
                ? List.of(new EndOfLifeEvent.RevisionWithdrawn(reason, circumstances.by(), circumstances.now()))
                : List.of(new EndOfLifeEvent.StandardWithdrawn(
                        reason, circumstances.today(), circumstances.by(), circumstances.now()));
    }

    private EndOfLifeRules() {}
}

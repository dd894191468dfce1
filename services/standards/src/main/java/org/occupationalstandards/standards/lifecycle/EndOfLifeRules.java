package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules of giving up, ending and coming back. */
final class EndOfLifeRules {

    static void guard(CommandName name, StandardState state, Circumstances circumstances) {
        switch (name) {
            case DECLINE_WITHDRAWAL, TAKE_BACK_WITHDRAWAL -> {
                if (state.endOfLife().withdrawalReason() == null) {
                    throw new CommandRefused(Refusal.NO_WITHDRAWAL_REQUEST, List.of());
                }
            }
            case PROPOSE_RETIREMENT -> ReviewRules.settled(state);
            case RETIRE -> {
                if (state.endOfLife().lastDay() != null) {
                    throw new CommandRefused(Refusal.ALREADY_DECIDED, List.of());
                }
                if (!state.consultation().done()) {
                    throw new CommandRefused(Refusal.CONSULTATION_STILL_OPEN, List.of());
                }
                mayEnd(state, circumstances);
            }
            default -> {
                ReviewRules.settled(state);
                mayEnd(state, circumstances);
            }
        }
    }

    /** Whoever proposed that it end has said what they think. */
    private static void mayEnd(StandardState state, Circumstances circumstances) {
        if (circumstances.by().equals(state.hands().endProposedBy())) {
            throw new CommandRefused(Refusal.TOOK_PART, List.of());
        }
        Independence.disinterested(state, circumstances);
    }

    static List<StandardEvent> decide(EndOfLifeCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case EndOfLifeCommand.RequestWithdrawal request -> request(request, state, circumstances);
            case EndOfLifeCommand.DeclineWithdrawal decline -> decline(decline, circumstances);
            case EndOfLifeCommand.TakeBackWithdrawal takeBack -> takeBack(takeBack, circumstances);
            case EndOfLifeCommand.Withdraw withdraw -> withdraw(withdraw, state, circumstances);
            case EndOfLifeCommand.ProposeRetirement propose -> propose(propose, state, circumstances);
            case EndOfLifeCommand.Retire retire -> retire(retire, state, circumstances);
            case EndOfLifeCommand.DeclineRetirement decline -> decline(decline, circumstances);
            case EndOfLifeCommand.NameReplacement name -> name(name, state, circumstances);
            case EndOfLifeCommand.Reinstate reinstate -> reinstate(reinstate, circumstances);
        };
    }

    private static List<StandardEvent> request(
            EndOfLifeCommand.RequestWithdrawal command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return reason.equals(state.endOfLife().withdrawalReason())
                ? List.of()
                : List.of(new EndOfLifeEvent.WithdrawalRequested(reason, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> decline(
            EndOfLifeCommand.DeclineWithdrawal command, Circumstances circumstances) {
        var objections = new Objections();
        List<String> reasons = objections.reasons(command.reasons(), "/reasons", circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new EndOfLifeEvent.WithdrawalDeclined(reasons, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> takeBack(
            EndOfLifeCommand.TakeBackWithdrawal command, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.optionalReason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new EndOfLifeEvent.WithdrawalTakenBack(reason, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> withdraw(
            EndOfLifeCommand.Withdraw command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        if (state.hasVersion()) {
            return List.of(new EndOfLifeEvent.RevisionWithdrawn(reason, circumstances.by(), circumstances.now()));
        }
        List<StandardEvent> events = new ArrayList<>();
        events.add(new EndOfLifeEvent.StandardWithdrawn(
                reason, circumstances.today(), circumstances.by(), circumstances.now()));
        events.addAll(ProductRules.allRetired(state, "The standard was withdrawn", circumstances));
        return List.copyOf(events);
    }

    private static List<StandardEvent> propose(
            EndOfLifeCommand.ProposeRetirement command, StandardState state, Circumstances circumstances) {
        var policy = circumstances.policy();
        var objections = new Objections();
        String reason = objections.reason(command.reason(), circumstances);
        Instant usual = circumstances.now().plus(policy.consultations().forRetirement());
        Instant closesAt = objections.closing(
                Objects.requireNonNullElse(command.closesAt(), usual),
                policy.consultations().shortestForRetirement(),
                circumstances);
        String zone = objections.zone(command.zone(), "/zone", policy.zone());
        String replacedBy =
                objections.existingStandard(command.replacedBy(), "/replacedBy", state.reference(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new EndOfLifeEvent.RetirementProposed(
                reason, closesAt, zone, replacedBy, circumstances.by(), circumstances.now()));
    }

    /** At once where the last day is today, else announced now and completed when that day has passed. */
    private static List<StandardEvent> retire(
            EndOfLifeCommand.Retire command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.optionalReason(command.reason(), circumstances);
        LocalDate today = circumstances.today();
        LocalDate earliest = earliestEnd(today, state);
        LocalDate latest = earliest.plus(circumstances.policy().decisions().longestNotice());
        LocalDate lastDay = Objects.requireNonNullElse(command.lastDay(), earliest);
        objections.unless(
                !lastDay.isBefore(earliest) && !lastDay.isAfter(latest),
                "/lastDay",
                "is %s; must be from %s to %s".formatted(lastDay, earliest, latest));
        String named =
                objections.existingStandard(command.replacedBy(), "/replacedBy", state.reference(), circumstances);
        @Nullable String replacedBy = named == null ? state.endOfLife().replacedBy() : named;
        objections.raise(Refusal.INVALID_INPUT);
        return lastDay.equals(today)
                ? retired(lastDay, replacedBy, today, state, circumstances)
                : List.of(new EndOfLifeEvent.RetirementDecided(
                        lastDay, replacedBy, reason, today, circumstances.by(), circumstances.now()));
    }

    /** A version that was announced is in force for at least a day. */
    private static LocalDate earliestEnd(LocalDate today, StandardState state) {
        LocalDate from = state.versions().getLast().effectiveFrom();
        return from != null && from.isAfter(today) ? from : today;
    }

    static List<StandardEvent> retired(
            LocalDate lastDay,
            @Nullable String replacedBy,
            LocalDate decidedOn,
            StandardState state,
            Circumstances circumstances) {
        // a version may have come into force on its last days while nobody looked
        List<StandardEvent> events = new ArrayList<>(VersionRules.begun(lastDay, state, circumstances));
        events.add(new EndOfLifeEvent.StandardRetired(
                lastDay, replacedBy, decidedOn, circumstances.by(), circumstances.now()));
        events.addAll(ProductRules.allRetired(state, "The standard has ended", circumstances));
        return List.copyOf(events);
    }

    private static List<StandardEvent> decline(
            EndOfLifeCommand.DeclineRetirement command, Circumstances circumstances) {
        var objections = new Objections();
        List<String> reasons = objections.reasons(command.reasons(), "/reasons", circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new EndOfLifeEvent.RetirementDeclined(
                reasons, circumstances.today(), circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> name(
            EndOfLifeCommand.NameReplacement command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reference =
                objections.existingStandard(command.reference(), "/reference", state.reference(), circumstances);
        objections.unless(reference != null, "/reference", "must be given");
        objections.raise(Refusal.INVALID_INPUT);
        return reference == null || reference.equals(state.endOfLife().replacedBy())
                ? List.of()
                : List.of(new EndOfLifeEvent.ReplacementNamed(reference, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> reinstate(EndOfLifeCommand.Reinstate command, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new EndOfLifeEvent.StandardReinstated(
                reason, circumstances.today(), circumstances.by(), circumstances.now()));
    }

    private EndOfLifeRules() {}
}

package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.List;

/** Rules of asking everybody about the draft. */
final class ConsultationRules {

    static List<StandardEvent> decide(ConsultationCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case ConsultationCommand.OpenConsultation open -> open(open, state, circumstances);
            case ConsultationCommand.CloseConsultation close -> close(close, state, circumstances);
        };
    }

    private static List<StandardEvent> open(
            ConsultationCommand.OpenConsultation command, StandardState state, Circumstances circumstances) {
        var policy = circumstances.policy();
        var objections = new Objections();
        Instant now = circumstances.now();
        Instant closesAt =
                command.closesAt() == null ? now.plus(policy.consultations().length()) : command.closesAt();
        objections.unless(closesAt.isAfter(now), "/closesAt", "must lie in the future");
        objections.unless(
                !closesAt.isAfter(now.plus(policy.consultations().longest())),
                "/closesAt",
                "must lie within %d days from now"
                        .formatted(policy.consultations().longest().toDays()));
        String zone = objections.zone(command.zone(), "/zone", policy.zone());
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new ConsultationEvent.ConsultationOpened(
                state.draft().revision(), closesAt, zone, circumstances.by(), now));
    }

    /** Ending early is an official's decision, with a reason. */
    private static List<StandardEvent> close(
            ConsultationCommand.CloseConsultation command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.optionalText(
                command.reason(), "/reason", circumstances.policy().reason());
        objections.raise(Refusal.INVALID_INPUT);
        Instant closesAt = state.consultation().closesAt();
        boolean early = closesAt != null && circumstances.now().isBefore(closesAt);
        if (early && (reason == null || !circumstances.caller().acts(Role.OFFICIAL))) {
            throw new CommandRefused(
                    Refusal.CONSULTATION_STILL_OPEN,
                    "It closes at " + closesAt + "; only an official can end it before, with a reason.");
        }
        return List.of(new ConsultationEvent.ConsultationClosed(
                early ? reason : null, circumstances.by(), circumstances.now()));
    }

    private ConsultationRules() {}
}

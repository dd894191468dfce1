package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules of the versions after the first: the one in force stays until the next one is. */
final class VersionRules {

    static void guard(CommandName name, StandardState state) {
        switch (name) {
            case ACCEPT_CHANGE, DECLINE_CHANGE -> {
                ReviewRules.settled(state);
                if (state.changeRequests().open().isEmpty()) {
                    throw new CommandRefused(Refusal.NO_CHANGE_REQUEST, List.of());
                }
            }
            case RECLASSIFY_CHANGE -> {
                if (!state.hasVersion()) {
                    throw new CommandRefused(Refusal.NO_VERSION, "The first version has no class.");
                }
            }
            default -> {
                if (state.versions().isEmpty()) {
                    throw new CommandRefused(Refusal.NO_VERSION, List.of());
                }
            }
        }
    }

    static List<StandardEvent> decide(VersionCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case VersionCommand.RequestChange request -> request(request, state, circumstances);
            case VersionCommand.AcceptChange accept -> accept(accept, state, circumstances);
            case VersionCommand.DeclineChange decline -> decline(decline, state, circumstances);
            case VersionCommand.ReclassifyChange reclassify -> reclassify(reclassify, state, circumstances);
            case VersionCommand.CorrectDates correct -> correct(correct, state, circumstances);
        };
    }

    private static List<StandardEvent> request(
            VersionCommand.RequestChange command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String what =
                objections.text(command.what(), "/what", circumstances.policy().reason());
        String reason = objections.optionalReason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new VersionEvent.ChangeRequested(
                state.changeRequests().asked() + 1, what, reason, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> accept(
            VersionCommand.AcceptChange command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        ChangeRequest request = request(command.request(), state, objections);
        ChangeClass changeClass = changeClass(command.changeClass(), objections);
        String note = objections.optionalText(
                command.note(), "/note", circumstances.policy().reason());
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new VersionEvent.RevisionStarted(
                Objects.requireNonNull(request).number(),
                changeClass,
                state.draft().revision() + 1,
                note,
                circumstances.by(),
                circumstances.now()));
    }

    private static List<StandardEvent> decline(
            VersionCommand.DeclineChange command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        ChangeRequest request = request(command.request(), state, objections);
        List<String> reasons = objections.reasons(command.reasons(), "/reasons", circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new VersionEvent.ChangeDeclined(
                Objects.requireNonNull(request).number(), reasons, circumstances.by(), circumstances.now()));
    }

    private static @Nullable ChangeRequest request(
            @Nullable Integer number, StandardState state, Objections objections) {
        ChangeRequest request = state.changeRequests().numbered(number);
        objections.unless(
                request != null,
                "/request",
                "must be the number of an open change request: "
                        + state.changeRequests().open().stream()
                                .map(ChangeRequest::number)
                                .toList());
        return request;
    }

    private static ChangeClass changeClass(@Nullable ChangeClass given, Objections objections) {
        objections.unless(given != ChangeClass.NEW, "/changeClass", "must be correction, adjustment or revision");
        return objections.given(given, "/changeClass", ChangeClass.REVISION);
    }

    private static List<StandardEvent> reclassify(
            VersionCommand.ReclassifyChange command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        ChangeClass changeClass = changeClass(command.changeClass(), objections);
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return changeClass == state.draft().changeClass()
                ? List.of()
                : List.of(new VersionEvent.ChangeReclassified(
                        changeClass, reason, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> correct(
            VersionCommand.CorrectDates command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reason = objections.reason(command.reason(), circumstances);
        List<Version> versions = state.versions();
        int index = versions.stream().map(Version::number).toList().indexOf(command.version());
        objections.unless(index >= 0, "/version", "must be the number of a version of this standard");
        Version version = versions.get(Math.max(index, 0));
        @Nullable LocalDate approvedOn = command.approvedOn() == null ? version.approvedOn() : command.approvedOn();
        @Nullable LocalDate from = command.effectiveFrom() == null ? version.effectiveFrom() : command.effectiveFrom();
        if (index >= 0) {
            fits(index, approvedOn, from, state, circumstances, objections);
        }
        objections.raise(Refusal.INVALID_INPUT);
        return Objects.equals(version.approvedOn(), approvedOn) && Objects.equals(version.effectiveFrom(), from)
                ? List.of()
                : List.of(new VersionEvent.DatesCorrected(
                        version.number(), approvedOn, from, reason, circumstances.by(), circumstances.now()));
    }

    /** Where a version that was still to come is in force on that day by now. */
    static List<StandardEvent> begun(LocalDate day, StandardState state, Circumstances circumstances) {
        Version version = state.hasVersion() ? state.inForceOn(day) : null;
        return version == null || !version.isAwaited(circumstances.policy().zone())
                ? List.of()
                : List.of(new VersionEvent.VersionTookEffect(
                        version.number(),
                        Objects.requireNonNull(version.effectiveFrom()),
                        circumstances.by(),
                        circumstances.now()));
    }

    /** Between its neighbours and inside its own life, so that the windows of all versions stay next to each other. */
    private static void fits(
            int index,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate from,
            StandardState state,
            Circumstances circumstances,
            Objections objections) {
        List<Version> versions = state.versions();
        objections.day(approvedOn, "/approvedOn");
        objections.day(from, "/effectiveFrom");
        objections.unless(
                approvedOn == null || !approvedOn.isAfter(circumstances.today()), "/approvedOn", "lies in the future");
        if (from == null) {
            return;
        }
        objections.unless(
                approvedOn == null || !approvedOn.isAfter(from),
                "/approvedOn",
                "lies after effectiveFrom, %s".formatted(from));
        if (index > 0) {
            Version previous = versions.get(index - 1);
            LocalDate taken = previous.endedOn() != null ? previous.endedOn() : previous.effectiveFrom();
            objections.unless(
                    taken == null || from.isAfter(taken),
                    "/effectiveFrom",
                    "must be after %s, which belongs to version %s".formatted(taken, previous.number()));
        }
        if (index + 1 < versions.size()) {
            LocalDate next = versions.get(index + 1).effectiveFrom();
            objections.unless(
                    next == null || from.isBefore(next),
                    "/effectiveFrom",
                    "must be before %s, when the next version takes effect".formatted(next));
        }
        // a version before the last may have ended too: with an earlier life of the standard
        LocalDate last =
                index + 1 < versions.size() ? versions.get(index).endedOn() : state.effectiveTo(versions.get(index));
        objections.unless(
                last == null || !from.isAfter(last), "/effectiveFrom", "lies after %s, the last day".formatted(last));
        // what is over has begun
        LocalDate latest = last == null && state.stage() == Stage.RETIRED
                ? circumstances.today()
                : circumstances.today().plus(circumstances.policy().decisions().longestNotice());
        objections.unless(!from.isAfter(latest), "/effectiveFrom", "must not be after %s".formatted(latest));
    }

    private VersionRules() {}
}

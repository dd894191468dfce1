package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of a standard's place on the map. */
final class MapRules {

    /** A link is looked at by two people: whoever proposed all that wait leaves them to somebody else. */
    static void guardConfirmation(StandardState state, Circumstances circumstances) {
        guardLinks(state);
        List<ProgressionLink> waiting =
                state.progression().stream().filter(link -> !link.confirmed()).toList();
        if (!waiting.isEmpty() && waiting.stream().allMatch(link -> isOf(circumstances.by(), link, state))) {
            throw ofTheirs();
        }
    }

    static void guardLinks(StandardState state) {
        if (state.progression().isEmpty()) {
            throw new CommandRefused(Refusal.LINK_UNKNOWN, List.of());
        }
    }

    private static boolean isOf(String person, ProgressionLink link, StandardState state) {
        return state.hands().linked(person, link.reference(), link.kind());
    }

    private static CommandRefused ofTheirs() {
        return new CommandRefused(
                Refusal.TOOK_PART, "You have proposed this link; somebody else confirms it or takes it away.");
    }

    static List<StandardEvent> decide(MapCommand command, StandardState state, Circumstances circumstances) {
        return switch (command) {
            case MapCommand.Reclassify reclassify -> reclassify(reclassify, state, circumstances);
            case MapCommand.SetGreenTheme set -> green(set, state, circumstances);
            case MapCommand.ProposeProgression propose -> propose(propose, state, circumstances);
            case MapCommand.ConfirmProgression confirm -> confirm(confirm, state, circumstances);
            case MapCommand.RemoveProgression remove -> remove(remove, state, circumstances);
        };
    }

    private static List<StandardEvent> reclassify(
            MapCommand.Reclassify command, StandardState state, Circumstances circumstances) {
        var policy = circumstances.policy();
        var objections = new Objections();
        var after = new Classification(
                objections.number(command.level(), "/level", 2, 7),
                objections.route(command.route(), "/route", policy.routes()),
                objections.optionalLine(
                        command.pathway(), "/pathway", policy.limits().title()),
                objections.optionalLine(
                        command.cluster(), "/cluster", policy.limits().title()));
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        if (state.hasVersion() && after.level() != state.classification().level()) {
            throw new CommandRefused(
                    Refusal.LEVEL_FIXED,
                    "It is %d.".formatted(state.classification().level()));
        }
        return after.equals(state.classification())
                ? List.of()
                : List.of(new MapEvent.Reclassified(
                        after.level(),
                        after.route(),
                        after.pathway(),
                        after.cluster(),
                        reason,
                        circumstances.by(),
                        circumstances.now()));
    }

    private static List<StandardEvent> green(
            MapCommand.SetGreenTheme command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        GreenTheme theme = objections.given(command.theme(), "/theme", GreenTheme.NONE);
        objections.raise(Refusal.INVALID_INPUT);
        return theme == state.green()
                ? List.of()
                : List.of(new MapEvent.GreenThemeSet(theme, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> propose(
            MapCommand.ProposeProgression command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reference = reference(command.reference(), state, objections);
        if (!objections.any()) {
            objections.existingStandard(reference, "/reference", state.reference(), circumstances);
        }
        ProgressionKind kind = objections.given(command.kind(), "/kind", ProgressionKind.OCCUPATIONAL);
        objections.raise(Refusal.INVALID_INPUT);
        return link(reference, kind, state) == null
                ? List.of(new MapEvent.ProgressionProposed(reference, kind, circumstances.by(), circumstances.now()))
                : List.of();
    }

    private static List<StandardEvent> confirm(
            MapCommand.ConfirmProgression command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reference = reference(command.reference(), state, objections);
        ProgressionKind kind = objections.given(command.kind(), "/kind", ProgressionKind.OCCUPATIONAL);
        objections.raise(Refusal.INVALID_INPUT);
        ProgressionLink link = known(reference, kind, state);
        if (link.confirmed()) {
            return List.of();
        }
        if (isOf(circumstances.by(), link, state)) {
            throw ofTheirs();
        }
        return List.of(new MapEvent.ProgressionConfirmed(reference, kind, circumstances.by(), circumstances.now()));
    }

    private static List<StandardEvent> remove(
            MapCommand.RemoveProgression command, StandardState state, Circumstances circumstances) {
        var objections = new Objections();
        String reference = reference(command.reference(), state, objections);
        ProgressionKind kind = objections.given(command.kind(), "/kind", ProgressionKind.OCCUPATIONAL);
        String reason = objections.reason(command.reason(), circumstances);
        objections.raise(Refusal.INVALID_INPUT);
        return List.of(new MapEvent.ProgressionRemoved(
                reference,
                kind,
                known(reference, kind, state).confirmed(),
                reason,
                circumstances.by(),
                circumstances.now()));
    }

    private static String reference(@Nullable String given, StandardState state, Objections objections) {
        String reference = objections.text(given, "/reference", 20);
        if (!reference.isEmpty()) {
            objections.otherStandard(reference, "/reference", state.reference());
        }
        return reference;
    }

    private static ProgressionLink known(String reference, ProgressionKind kind, StandardState state) {
        ProgressionLink link = link(reference, kind, state);
        if (link == null) {
            throw new CommandRefused(Refusal.LINK_UNKNOWN, List.of());
        }
        return link;
    }

    private static @Nullable ProgressionLink link(String reference, ProgressionKind kind, StandardState state) {
        return state.progression().stream()
                .filter(link -> link.links(reference, kind))
                .findFirst()
                .orElse(null);
    }

    private MapRules() {}
}

package org.occupationalstandards.standards.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.occupationalstandards.standards.groups.GroupTable;

/** The table of rules as a page: at a glance, then by command, by caller, by what comes of it. */
final class RulebookPage {

    private static final Map<String, String> CALLERS = Map.ofEntries(
            Map.entry("chair", "chair"),
            Map.entry("other-chair", "chair of another group"),
            Map.entry("member", "member of the group"),
            Map.entry("co-chair", "co-chair"),
            Map.entry("official", "official"),
            Map.entry("official-2", "another official"),
            Map.entry("panel-4", "panel member"),
            Map.entry("panel-6", "panel member employed in the group"),
            Map.entry("panel-digital", "panel member of another route"),
            Map.entry("committee-2", "committee"),
            Map.entry("subscriber", "subscriber"),
            Map.entry("system", "the system"));

    static String of(Map<CommandName, Map<String, Map<Situation, Outcome>>> table) {
        StringBuilder page = new StringBuilder("""
                # The rulebook

                Who may do what with a standard or an employer group, where, and what comes of it. Generated from the rules and
                held to them by `RulebookTableTest`; do not edit by hand. Each cell was decided by the rules on an example standard
                in that situation, with a body that is in order; other bodies can be refused for further reasons. The employer group
                that owns it is registered: it names its chair, its co-chair and its members, whatever their tokens say.

                [At a glance](#at-a-glance) · [Situations](#situations) · [Commands](#commands) ·
                [Employer groups](#employer-groups) · [Refusals](#refusals)

                ## At a glance

                To whom which command is open at which stage; the situation can stand against it all the same. **C** chair
                of the employer group · **M** member of the group · **O** official · **P** member of the route's panel ·
                **A** approvals committee · **S** subscriber · **T** the system when a time has come.

                """);
        glance(page);
        page.append("\n## Situations\n\n| situation | stage | what the public sees |\n|---|---|---|\n");
        for (Situation situation : Situation.values()) {
            StandardState state = situation.history().state();
            page.append("| %s | %s | %s |\n"
                    .formatted(
                            situation.says(),
                            situation.stage(),
                            state.exists() ? state.status() + " " + state.version() : "–"));
        }
        page.append("\n## Commands\n\n**Events** are in bold, refusals are `CODES`.\n");
        table.forEach((name, callers) -> {
            page.append("\n### `%s`\n\n%s For %s; while the standard %s. Told: %s.\n\n"
                    .formatted(
                            name.wireName(),
                            name.does(),
                            list(name.roles(), Role::says),
                            list(name.stages(), Stage::says),
                            list(name.told(), Audience::says)));
            Map<String, Map<String, String>> said = new LinkedHashMap<>();
            callers.forEach((caller, outcomes) -> said.put(CALLERS.getOrDefault(caller, caller), said(outcomes)));
            rows(page, said);
        });
        groups(page);
        refusals(page);
        return page.toString();
    }

    private static void glance(StringBuilder page) {
        page.append("| command |");
        for (Stage stage : Stage.values()) {
            page.append(" %s |".formatted(stage.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        page.append("\n|---|").append("---|".repeat(Stage.values().length)).append('\n');
        for (CommandName name : CommandName.values()) {
            String who = name.roles().stream().map(RulebookPage::letter).collect(Collectors.joining(" "));
            page.append("| [`%s`](#%s) |".formatted(name.wireName(), name.wireName()));
            for (Stage stage : Stage.values()) {
                page.append(" %s |".formatted(name.stages().contains(stage) ? who : ""));
            }
            page.append('\n');
        }
    }

    private static String letter(Role role) {
        return switch (role) {
            case EMPLOYER_GROUP_CHAIR -> "C";
            case EMPLOYER_GROUP_MEMBER -> "M";
            case OFFICIAL -> "O";
            case PANEL_MEMBER -> "P";
            case COMMITTEE -> "A";
            case SUBSCRIBER -> "S";
            case SYSTEM -> "T";
        };
    }

    private static void groups(StringBuilder page) {
        page.append("\n## Employer groups\n");
        GroupTable.of().forEach((name, callers) -> {
            page.append("\n### `%s`\n\n%s For %s.\n\n"
                    .formatted(name.wireName(), name.does(), list(name.roles(), Role::says)));
            rows(page, callers);
        });
    }

    private static void refusals(StringBuilder page) {
        page.append("\n## Refusals\n\n| code | kind | what it says |\n|---|---|---|\n");
        Arrays.stream(Refusal.values())
                .sorted(Comparator.comparing(Refusal::kind).thenComparing(Refusal::name))
                .forEach(refusal -> page.append("| `%s` | %s | %s |\n"
                        .formatted(refusal.name(), refusal.kind().name().toLowerCase(Locale.ROOT), refusal.says())));
    }

    private static Map<String, String> said(Map<Situation, Outcome> outcomes) {
        Map<String, String> said = new LinkedHashMap<>();
        outcomes.forEach((situation, outcome) -> said.put(situation.says(), outcome.says()));
        return said;
    }

    /** One row for all callers of whom the same comes everywhere. */
    private static void rows(StringBuilder page, Map<String, Map<String, String>> callers) {
        page.append("| who | what comes of it |\n|---|---|\n");
        Map<String, List<String>> rows = new LinkedHashMap<>();
        callers.forEach((caller, outcomes) ->
                rows.computeIfAbsent(row(outcomes), row -> new ArrayList<>()).add(caller));
        rows.forEach((row, who) -> page.append("| %s | %s |\n".formatted(String.join("; ", who), row)));
    }

    /** By what comes of it; what comes of it most often needs no list of situations. */
    private static String row(Map<String, String> outcomes) {
        Map<String, List<String>> by = new LinkedHashMap<>();
        outcomes.forEach((situation, outcome) ->
                by.computeIfAbsent(outcome, says -> new ArrayList<>()).add(situation));
        String usual = by.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse("");
        List<String> parts = new ArrayList<>();
        by.forEach((says, situations) -> {
            if (!says.equals(usual)) {
                parts.add("%s: %s".formatted(says, String.join(" · ", situations)));
            }
        });
        parts.add(by.size() == 1 ? "%s everywhere".formatted(usual) : "%s elsewhere".formatted(usual));
        return String.join("<br>", parts);
    }

    private static <T> String list(Collection<T> all, Function<T, String> says) {
        return all.stream().map(says).collect(Collectors.joining(", "));
    }

    private RulebookPage() {}
}

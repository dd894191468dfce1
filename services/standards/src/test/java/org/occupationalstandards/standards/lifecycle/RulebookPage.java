package org.occupationalstandards.standards.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of rules as a page: by command, by caller, by what comes of it. */
final class RulebookPage {

    private static final Map<String, String> CALLERS = Map.of(
            "chair", "chair",
            "other-chair", "chair of another group",
            "member", "member of the group",
            "official", "official",
            "panel-4", "panel member",
            "panel-digital", "panel member of another route",
            "committee-2", "committee",
            "subscriber", "subscriber",
            "system", "the system");

    static String of(Map<CommandName, Map<String, Map<Situation, Outcome>>> table) {
        StringBuilder page = new StringBuilder("""
                # The rulebook

                Who may do what with a standard, where, and what comes of it. Generated from the rules and held to them by
                `RulebookTableTest`; do not edit by hand. **Events** are in bold, refusals are `CODES`. Each cell was decided by
                the rules on an example standard in that situation, with a body that is in order.
                [What the commands do and what the codes say](lifecycle.md) is a page of its own.

                ## Situations

                | situation | stage | what the public sees |
                |---|---|---|
                """);
        for (Situation situation : Situation.values()) {
            StandardState state = situation.history().state();
            page.append("| %s | %s | %s |\n"
                    .formatted(
                            situation.says(),
                            situation.stage(),
                            state.exists() ? state.status() + " " + state.version() : "–"));
        }
        page.append("\n## Commands\n");
        table.forEach((name, callers) -> command(page, name, callers));
        return page.toString();
    }

    private static void command(StringBuilder page, CommandName name, Map<String, Map<Situation, Outcome>> callers) {
        page.append("\n### `%s`\n\n%s Told: %s.\n\n| who | what comes of it |\n|---|---|\n"
                .formatted(
                        name.wireName(),
                        name.does(),
                        name.told().stream().map(Audience::says).collect(Collectors.joining(", "))));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        callers.forEach((caller, outcomes) -> rows.computeIfAbsent(row(outcomes), row -> new ArrayList<>())
                .add(CALLERS.getOrDefault(caller, caller)));
        rows.forEach((row, who) -> page.append("| %s | %s |\n".formatted(String.join("; ", who), row)));
    }

    private static String row(Map<Situation, Outcome> outcomes) {
        Map<String, List<Situation>> by = new LinkedHashMap<>();
        outcomes.forEach((situation, outcome) ->
                by.computeIfAbsent(outcome.says(), says -> new ArrayList<>()).add(situation));
        String usual = by.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse("");
        List<String> parts = new ArrayList<>();
        by.forEach((says, situations) -> {
            if (!says.equals(usual)) {
                parts.add("%s: %s"
                        .formatted(
                                says, situations.stream().map(Situation::says).collect(Collectors.joining(" · "))));
            }
        });
        parts.add(by.size() == 1 ? "%s everywhere".formatted(usual) : "%s elsewhere".formatted(usual));
        return String.join("<br>", parts);
    }

    private RulebookPage() {}
}

package org.occupationalstandards.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.occupationalstandards.faults.checking.Verdict;
import org.occupationalstandards.faults.checking.Verdict.Result;

/**
 * What a run showed.
 *
 * @param faults how often each fault happened, by name
 * @param evidence that each fault happened
 * @param broken what did not happen as it should, or was not recovered from
 * @param counts of commands and events, by place
 * @param longestCatchUp from the end of a fault until what had been decided by then was everywhere
 */
public record Report(
        long seed,
        Duration took,
        Map<String, Integer> faults,
        List<String> evidence,
        List<String> broken,
        Map<String, Long> counts,
        Duration longestCatchUp,
        List<Verdict> verdicts) {

    public boolean passed() {
        return broken.isEmpty()
                && !verdicts.isEmpty()
                && verdicts.stream().allMatch(verdict -> verdict.result() == Result.PASS);
    }

    /** The report for people: two Markdown tables and the verdicts. */
    public String text() {
        StringBuilder text = new StringBuilder("Seed %d, %d s%n%n".formatted(seed, took.toSeconds()));
        text.append("| fault | times |%n|---|---|%n".formatted());
        faults.forEach((what, count) -> text.append("| %s | %d |%n".formatted(what, count)));
        text.append("%n| what | count |%n|---|---|%n".formatted());
        counts.forEach((what, count) -> text.append("| %s | %,d |%n".formatted(what, count)));
        text.append("| longest time until everything was caught up after a fault | %.1f s |%n%n"
                .formatted(longestCatchUp.toMillis() / 1000.0));
        for (Verdict verdict : verdicts) {
            text.append("- %s: %s%n".formatted(verdict.result(), verdict.checker()));
            verdict.evidence().forEach(line -> text.append("    ").append(line).append(System.lineSeparator()));
        }
        broken.forEach(line -> text.append("- FAIL: ").append(line).append(System.lineSeparator()));
        return text.toString();
    }
}

package org.occupationalstandards.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.occupationalstandards.faults.checking.Verdict;
import org.occupationalstandards.faults.checking.Verdict.Result;

/**
 * What a run showed.
 *
 * @param evidence that each fault happened
 * @param counts of commands and events, by place
 */
public record Report(
        long seed, Duration took, List<String> evidence, Map<String, Long> counts, List<Verdict> verdicts) {

    public boolean passed() {
        return verdicts.stream().allMatch(verdict -> verdict.result() == Result.PASS);
    }

    /** The report for people. */
    public String text() {
        StringBuilder text =
                new StringBuilder("Seed %d, %d faults, %d s%n".formatted(seed, evidence.size(), took.toSeconds()));
        counts.forEach((what, count) -> text.append("  %7d %s%n".formatted(count, what)));
        for (Verdict verdict : verdicts) {
            text.append("  %s: %s%n".formatted(verdict.result(), verdict.checker()));
            verdict.evidence()
                    .forEach(line -> text.append("      ").append(line).append(System.lineSeparator()));
        }
        return text.toString();
    }
}

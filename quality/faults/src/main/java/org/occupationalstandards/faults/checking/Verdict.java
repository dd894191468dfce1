package org.occupationalstandards.faults.checking;

import java.util.List;

/**
 * What a checker concludes.
 *
 * @param evidence why not PASS: at most {@value #MOST_EVIDENCE} lines
 */
public record Verdict(String checker, Result result, List<String> evidence) {

    static final int MOST_EVIDENCE = 20;

    /** The three things that can be concluded. */
    public enum Result {
        PASS,
        FAIL,
        /** The run does not show enough to tell. */
        INCONCLUSIVE
    }

    static Verdict of(String checker, List<String> breaches, boolean enoughSeen) {
        if (!breaches.isEmpty()) {
            return new Verdict(
                    checker, Result.FAIL, breaches.stream().limit(MOST_EVIDENCE).toList());
        }
        return enoughSeen
                ? new Verdict(checker, Result.PASS, List.of())
                : new Verdict(
                        checker, Result.INCONCLUSIVE, List.of("The readers had not caught up, or nothing was asked"));
    }
}

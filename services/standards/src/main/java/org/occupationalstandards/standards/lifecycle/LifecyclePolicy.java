package org.occupationalstandards.standards.lifecycle;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.occupationalstandards.standards.lifecycle.content.ContentLimits;

/**
 * What has varied over the years and may vary again.
 *
 * @param zone where dates of decision and effect are dates: Europe/London
 * @param routes ids of the routes that exist: 1 to 15
 * @param limits lengths and counts of what a standard says
 * @param reason characters of a reason, a comment, a piece of evidence: 5,000
 */
public record LifecyclePolicy(
        ZoneId zone,
        Set<Integer> routes,
        ContentLimits limits,
        int reason,
        ForProposals proposals,
        ForConsultations consultations,
        ForBallots ballots,
        ForDecisions decisions,
        ForWaiting waiting) {

    /**
     * @param employers how many employers have to stand behind a proposal: 10 (no longer asked for since 2018, but kept
     *     as the default; 0 turns it off)
     * @param smallEmployers how many of them have to be small: 2
     * @param minimumMonths shortest duration that a proposal may expect: 8
     * @param maximumMonths longest: 84
     * @param offTheJobPercent least share of training off the job: 20
     * @param readinessFirst whether an official confirms that a proposal is ready before anybody recommends: yes
     * @param recommendationFirst whether the panel recommends before the committee decides: yes
     */
    public record ForProposals(
            int employers,
            int smallEmployers,
            int minimumMonths,
            int maximumMonths,
            int offTheJobPercent,
            boolean readinessFirst,
            boolean recommendationFirst) {}

    /**
     * @param length how long a draft is open to comments where nothing else is said: 4 weeks
     * @param forRetirement the same for the question whether a standard should end: 4 weeks
     * @param shortest how short one on a draft may be planned: any length; an official can end one early all the same, with
     *     a reason
     * @param shortestForRetirement the same for one on a retirement: 4 weeks
     * @param longest how long either may be: 26 weeks
     * @param comments how many comments one can have: 5,000
     * @param remindBefore how long before the closing time everybody is reminded: 3 days
     * @param requiredFor versions that are consulted on before they are submitted: the first, and every revision
     */
    public record ForConsultations(
            Duration length,
            Duration forRetirement,
            Duration shortest,
            Duration shortestForRetirement,
            Duration longest,
            int comments,
            Duration remindBefore,
            Set<ChangeClass> requiredFor) {
        public ForConsultations {
            requiredFor = Set.copyOf(requiredFor);
        }
    }

    /**
     * @param quorum how many members of the panel have to vote, abstentions counted: 3
     * @param leastQuorum how few are enough where members with an interest have left too few of a named panel: 2
     * @param majorityPercent share of yes among yes and no that has to be exceeded: 50
     * @param longestDelegation how far ahead a delegation may end: a year
     * @param requiredFor versions that the panel votes on: all but corrections
     */
    public record ForBallots(
            int quorum, int leastQuorum, int majorityPercent, Period longestDelegation, Set<ChangeClass> requiredFor) {
        public ForBallots {
            requiredFor = Set.copyOf(requiredFor);
        }
    }

    /**
     * @param expectedWithin how long after submission a decision is expected: 6 weeks
     * @param remindBefore how long before that those whose turn it is are reminded: 7 days
     * @param longestNotice how far ahead a version may take effect or a standard end: 5 years
     * @param reviewWithin how long after a decision it can be challenged: 4 weeks
     * @param correctionsKeepParts whether a correction may add or remove no statement, duty or option: yes
     */
    public record ForDecisions(
            Duration expectedWithin,
            Duration remindBefore,
            Period longestNotice,
            Duration reviewWithin,
            boolean correctionsKeepParts) {}

    /**
     * How long something may wait that no decision on a proposal or draft is expected for.
     *
     * @param review until a challenge is decided on: 4 weeks
     * @param condition until a condition is shown met and closed: 12 weeks
     * @param changeRequest until a change request is decided on: 6 weeks
     * @param retirement until a retirement is decided on after its consultation: 6 weeks
     * @param remindBefore how long before that a reminder comes: 7 days
     */
    public record ForWaiting(
            Duration review, Duration condition, Duration changeRequest, Duration retirement, Duration remindBefore) {

        Duration within(Waiting.Kind kind) {
            return switch (kind) {
                case REVIEW -> review;
                case CONDITION -> condition;
                case CHANGE_REQUEST -> changeRequest;
                case RETIREMENT -> retirement;
            };
        }
    }

    public LifecyclePolicy {
        routes = Set.copyOf(routes);
    }

    /** The practice as documented beside each setting. */
    public static LifecyclePolicy defaults() {
        return new LifecyclePolicy(
                ZoneId.of("Europe/London"),
                IntStream.rangeClosed(1, 15).boxed().collect(Collectors.toUnmodifiableSet()),
                ContentLimits.defaults(),
                5_000,
                new ForProposals(10, 2, 8, 84, 20, true, true),
                new ForConsultations(
                        Duration.ofDays(28),
                        Duration.ofDays(28),
                        Duration.ZERO,
                        Duration.ofDays(28),
                        Duration.ofDays(182),
                        5_000,
                        Duration.ofDays(3),
                        EnumSet.of(ChangeClass.NEW, ChangeClass.REVISION)),
                new ForBallots(3, 2, 50, Period.ofYears(1), EnumSet.complementOf(EnumSet.of(ChangeClass.CORRECTION))),
                new ForDecisions(Duration.ofDays(42), Duration.ofDays(7), Period.ofYears(5), Duration.ofDays(28), true),
                new ForWaiting(
                        Duration.ofDays(28),
                        Duration.ofDays(84),
                        Duration.ofDays(42),
                        Duration.ofDays(42),
                        Duration.ofDays(7)));
    }
}

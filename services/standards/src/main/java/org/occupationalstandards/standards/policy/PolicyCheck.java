package org.occupationalstandards.standards.policy;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.standards.lifecycle.content.ContentLimits;

/** What stands against settings of the policy, all of it at once. */
final class PolicyCheck {

    private final List<String> wrong = new ArrayList<>();

    /** @throws WrongPolicy naming everything that is wrong */
    static void of(PolicySettings settings) {
        var check = new PolicyCheck();
        check.general(settings);
        check.limits(settings.limits());
        check.proposals(settings.proposals());
        check.consultations(settings.consultations());
        check.ballots(settings.ballots());
        check.decisions(settings.decisions());
        check.waiting(settings.waiting());
        if (!check.wrong.isEmpty()) {
            throw new WrongPolicy(check.wrong);
        }
    }

    private void general(PolicySettings settings) {
        unless(!settings.routes().isEmpty(), "routes", "names none; a standard belongs to a route");
        settings.routes().stream()
                .filter(route -> Routes.withId(route).isEmpty())
                .sorted()
                .forEach(route -> unless(false, "routes", "names " + route + ", and there is no such route"));
        between(settings.reason(), 1, 100_000, "reason");
    }

    private void limits(PolicySettings.Limits limits) {
        between(limits.title(), 1, 10_000, "limits.title");
        between(limits.overview(), 1, 1_000_000, "limits.overview");
        between(limits.summary(), 1, 1_000_000, "limits.summary");
        between(limits.statement(), 1, 100_000, "limits.statement");
        between(limits.line(), 1, 100_000, "limits.line");
        between(limits.statements(), 1, 10_000, "limits.statements");
        between(limits.duties(), 1, 10_000, "limits.duties");
        between(limits.criteria(), 1, 10_000, "limits.criteria");
        between(limits.lines(), 1, 10_000, "limits.lines");
        between(limits.medianSalary(), 1, 100_000_000, "limits.median-salary");
        between(limits.size(), 1_000, ContentLimits.LARGEST_SIZE, "limits.size");
    }

    private void proposals(PolicySettings.Proposals proposals) {
        between(proposals.employers(), 0, 500, "proposals.employers");
        between(proposals.smallEmployers(), 0, Math.max(0, proposals.employers()), "proposals.small-employers");
        between(proposals.minimumMonths(), 1, 240, "proposals.minimum-months");
        between(proposals.maximumMonths(), Math.max(1, proposals.minimumMonths()), 240, "proposals.maximum-months");
        between(proposals.offTheJobPercent(), 0, 100, "proposals.off-the-job-percent");
    }

    private void consultations(PolicySettings.Consultations consultations) {
        var longest = consultations.longest();
        positive(longest, "consultations.longest");
        positive(consultations.length(), "consultations.length");
        positive(consultations.forRetirement(), "consultations.for-retirement");
        notLonger(consultations.length(), longest, "consultations.length", "consultations.longest");
        notLonger(consultations.forRetirement(), longest, "consultations.for-retirement", "consultations.longest");
        notNegative(consultations.shortest(), "consultations.shortest");
        notNegative(consultations.shortestForRetirement(), "consultations.shortest-for-retirement");
        notLonger(consultations.shortest(), consultations.length(), "consultations.shortest", "consultations.length");
        notLonger(
                consultations.shortestForRetirement(),
                consultations.forRetirement(),
                "consultations.shortest-for-retirement",
                "consultations.for-retirement");
        between(consultations.comments(), 1, 100_000, "consultations.comments");
        notNegative(consultations.remindBefore(), "consultations.remind-before");
        notLonger(
                consultations.remindBefore(),
                consultations.length(),
                "consultations.remind-before",
                "consultations.length");
    }

    private void ballots(PolicySettings.Ballots ballots) {
        between(ballots.quorum(), 1, 200, "ballots.quorum");
        between(ballots.leastQuorum(), 1, Math.max(1, ballots.quorum()), "ballots.least-quorum");
        between(ballots.majorityPercent(), 0, 99, "ballots.majority-percent");
        positive(ballots.longestDelegation(), "ballots.longest-delegation");
    }

    private void decisions(PolicySettings.Decisions decisions) {
        positive(decisions.expectedWithin(), "decisions.expected-within");
        notNegative(decisions.remindBefore(), "decisions.remind-before");
        notLonger(
                decisions.remindBefore(),
                decisions.expectedWithin(),
                "decisions.remind-before",
                "decisions.expected-within");
        positive(decisions.longestNotice(), "decisions.longest-notice");
        positive(decisions.reviewWithin(), "decisions.review-within");
    }

    private void waiting(PolicySettings.Waiting waiting) {
        within(waiting.review(), waiting, "waiting.review");
        within(waiting.condition(), waiting, "waiting.condition");
        within(waiting.changeRequest(), waiting, "waiting.change-request");
        within(waiting.retirement(), waiting, "waiting.retirement");
        notNegative(waiting.remindBefore(), "waiting.remind-before");
    }

    private void within(Duration expected, PolicySettings.Waiting waiting, String setting) {
        positive(expected, setting);
        notLonger(waiting.remindBefore(), expected, "waiting.remind-before", setting);
    }

    private void between(int value, int least, int most, String setting) {
        unless(value >= least && value <= most, setting, "is %d; must be from %d to %d".formatted(value, least, most));
    }

    private void positive(Duration value, String setting) {
        unless(value.isPositive(), setting, "is " + value + "; must be longer than nothing");
    }

    private void positive(Period value, String setting) {
        unless(!value.isNegative() && !value.isZero(), setting, "is " + value + "; must be longer than nothing");
    }

    private void notNegative(Duration value, String setting) {
        unless(!value.isNegative(), setting, "is " + value + "; must not be negative");
    }

    private void notLonger(Duration value, Duration most, String setting, String other) {
        unless(
                value.compareTo(most) <= 0,
                setting,
                "is %s; must not be longer than %s.%s, which is %s"
                        .formatted(value, PolicySettings.PREFIX, other, most));
    }

    private void unless(boolean fine, String setting, String message) {
        if (!fine) {
            wrong.add(PolicySettings.PREFIX + "." + setting + " " + message);
        }
    }
}

package org.occupationalstandards.standards.policy;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import org.occupationalstandards.standards.lifecycle.ChangeClass;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.content.ContentLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The rulebook's policy as settings: each means what {@link LifecyclePolicy} says of it. A name that is none is refused. */
@ConfigurationProperties(prefix = PolicySettings.PREFIX, ignoreUnknownFields = false)
record PolicySettings(
        @DefaultValue("Europe/London") ZoneId zone,

        @DefaultValue({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15"})
        Set<Integer> routes,

        @DefaultValue("5000") int reason,
        @DefaultValue Limits limits,
        @DefaultValue Proposals proposals,
        @DefaultValue Consultations consultations,
        @DefaultValue Ballots ballots,
        @DefaultValue Decisions decisions,
        @DefaultValue Waiting waiting) {

    static final String PREFIX = "standards.policy";

    record Limits(
            @DefaultValue("200") int title,
            @DefaultValue("2000") int overview,
            @DefaultValue("20000") int summary,
            @DefaultValue("2000") int statement,
            @DefaultValue("1000") int line,
            @DefaultValue("200") int statements,
            @DefaultValue("100") int duties,
            @DefaultValue("50") int criteria,
            @DefaultValue("500") int lines,
            @DefaultValue("1000000") int medianSalary,
            @DefaultValue("262144") int size) {}

    record Proposals(
            @DefaultValue("10") int employers,
            @DefaultValue("2") int smallEmployers,
            @DefaultValue("8") int minimumMonths,
            @DefaultValue("84") int maximumMonths,
            @DefaultValue("20") int offTheJobPercent,
            @DefaultValue("true") boolean readinessFirst,
            @DefaultValue("true") boolean recommendationFirst) {}

    record Consultations(
            @DefaultValue("28d") Duration length,
            @DefaultValue("28d") Duration forRetirement,
            @DefaultValue("0d") Duration shortest,
            @DefaultValue("28d") Duration shortestForRetirement,
            @DefaultValue("182d") Duration longest,
            @DefaultValue("5000") int comments,
            @DefaultValue("3d") Duration remindBefore,
            @DefaultValue({"new", "revision"}) Set<ChangeClass> requiredFor) {}

    record Ballots(
            @DefaultValue("3") int quorum,
            @DefaultValue("2") int leastQuorum,
            @DefaultValue("50") int majorityPercent,
            @DefaultValue("1y") Period longestDelegation,
            @DefaultValue({"new", "adjustment", "revision"}) Set<ChangeClass> requiredFor) {}

    record Decisions(
            @DefaultValue("42d") Duration expectedWithin,
            @DefaultValue("7d") Duration remindBefore,
            @DefaultValue("5y") Period longestNotice,
            @DefaultValue("28d") Duration reviewWithin,
            @DefaultValue("true") boolean correctionsKeepParts) {}

    record Waiting(
            @DefaultValue("28d") Duration review,
            @DefaultValue("84d") Duration condition,
            @DefaultValue("42d") Duration changeRequest,
            @DefaultValue("42d") Duration retirement,
            @DefaultValue("7d") Duration remindBefore) {}

    /**
     * The policy that they make.
     *
     * @throws WrongPolicy naming everything that does not go together
     */
    LifecyclePolicy policy() {
        PolicyCheck.of(this);
        return new LifecyclePolicy(
                zone,
                routes,
                new ContentLimits(
                        limits.title(),
                        limits.overview(),
                        limits.summary(),
                        limits.statement(),
                        limits.line(),
                        limits.statements(),
                        limits.duties(),
                        limits.criteria(),
                        limits.lines(),
                        limits.medianSalary(),
                        limits.size()),
                reason,
                new LifecyclePolicy.ForProposals(
                        proposals.employers(),
                        proposals.smallEmployers(),
                        proposals.minimumMonths(),
                        proposals.maximumMonths(),
                        proposals.offTheJobPercent(),
                        proposals.readinessFirst(),
                        proposals.recommendationFirst()),
                new LifecyclePolicy.ForConsultations(
                        consultations.length(),
                        consultations.forRetirement(),
                        consultations.shortest(),
                        consultations.shortestForRetirement(),
                        consultations.longest(),
                        consultations.comments(),
                        consultations.remindBefore(),
                        consultations.requiredFor()),
                new LifecyclePolicy.ForBallots(
                        ballots.quorum(),
                        ballots.leastQuorum(),
                        ballots.majorityPercent(),
                        ballots.longestDelegation(),
                        ballots.requiredFor()),
                new LifecyclePolicy.ForDecisions(
                        decisions.expectedWithin(),
                        decisions.remindBefore(),
                        decisions.longestNotice(),
                        decisions.reviewWithin(),
                        decisions.correctionsKeepParts()),
                new LifecyclePolicy.ForWaiting(
                        waiting.review(),
                        waiting.condition(),
                        waiting.changeRequest(),
                        waiting.retirement(),
                        waiting.remindBefore()));
    }
}

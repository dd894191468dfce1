package org.occupationalstandards.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Occupation.Upcoming;

/** What announcements without an occupation of their own change in the one before. */
final class Occupations {

    /** The occupation with what every announcement says. */
    static Occupation with(Facts facts, @Nullable Occupation before) {
        return with(facts, facts.version(), facts.title(), before);
    }

    private static Occupation with(Facts facts, String version, String title, @Nullable Occupation before) {
        var occupation = before == null ? nearlyEmpty(facts) : before;
        return new Occupation(
                facts.reference(),
                title,
                facts.statusAfter(),
                version,
                facts.level(),
                Tier.ofLevel(facts.level()),
                facts.route(),
                occupation.pathway(),
                occupation.cluster(),
                occupation.overview(),
                occupation.summary(),
                occupation.medianSalary(),
                occupation.soc2020(),
                occupation.employers(),
                occupation.typicalJobTitles(),
                occupation.greenJobTitles(),
                occupation.keywords(),
                occupation.knowledge(),
                occupation.skills(),
                occupation.behaviours(),
                occupation.duties(),
                occupation.options(),
                occupation.products(),
                Occupation.isWithoutApprenticeship(facts.statusAfter(), occupation.products()),
                occupation.green(),
                occupation.progression(),
                occupation.professionalRecognition(),
                occupation.regulatedBy(),
                occupation.mandatoryQualifications(),
                occupation.replacedBy(),
                occupation.createdOn(),
                occupation.proposalApprovedOn(),
                occupation.approvedOn(),
                occupation.effectiveFrom(),
                occupation.effectiveTo(),
                facts.recordedAt(),
                facts.sequence(),
                occupation.upcoming());
    }

    /** It stays as it was for now: the version approved is still to come. */
    static Occupation awaiting(Upcoming upcoming, Facts facts, Occupation before) {
        var next = before.upcoming();
        boolean first = next == null || next.version().equals(upcoming.version());
        return dated(
                with(facts, before.version(), before.title(), before),
                before.proposalApprovedOn(),
                before.approvedOn(),
                before.effectiveFrom(),
                first ? upcoming.effectiveFrom().minusDays(1) : before.effectiveTo(),
                before.replacedBy(),
                first ? upcoming : next);
    }

    static Occupation proposalApproved(Occupation occupation, @Nullable LocalDate on) {
        return dated(
                occupation,
                on,
                occupation.approvedOn(),
                occupation.effectiveFrom(),
                occupation.effectiveTo(),
                occupation.replacedBy(),
                occupation.upcoming());
    }

    /** It does not end after all: nothing takes its place but a version that is to come. */
    static Occupation goingOn(Occupation occupation) {
        var upcoming = occupation.upcoming();
        return dated(
                occupation,
                occupation.proposalApprovedOn(),
                occupation.approvedOn(),
                occupation.effectiveFrom(),
                upcoming == null ? null : upcoming.effectiveFrom().minusDays(1),
                null,
                upcoming);
    }

    /** No version of it is in force or to come. */
    static Occupation withoutVersion(Occupation occupation) {
        return dated(occupation, occupation.proposalApprovedOn(), null, null, null, null, null);
    }

    static Occupation ended(Occupation occupation, @Nullable LocalDate from, @Nullable String replacedBy) {
        return dated(
                occupation,
                occupation.proposalApprovedOn(),
                occupation.approvedOn(),
                occupation.effectiveFrom(),
                from == null ? occupation.effectiveTo() : from.minusDays(1),
                replacedBy,
                null);
    }

    private static Occupation dated(
            Occupation it,
            @Nullable LocalDate proposalApprovedOn,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable String replacedBy,
            @Nullable Upcoming upcoming) {
        return new Occupation(
                it.reference(),
                it.title(),
                it.status(),
                it.version(),
                it.level(),
                it.tier(),
                it.route(),
                it.pathway(),
                it.cluster(),
                it.overview(),
                it.summary(),
                it.medianSalary(),
                it.soc2020(),
                it.employers(),
                it.typicalJobTitles(),
                it.greenJobTitles(),
                it.keywords(),
                it.knowledge(),
                it.skills(),
                it.behaviours(),
                it.duties(),
                it.options(),
                it.products(),
                it.withoutApprenticeship(),
                it.green(),
                it.progression(),
                it.professionalRecognition(),
                it.regulatedBy(),
                it.mandatoryQualifications(),
                replacedBy,
                it.createdOn(),
                proposalApprovedOn,
                approvedOn,
                effectiveFrom,
                effectiveTo,
                it.lastChanged(),
                it.sequence(),
                upcoming);
    }

    private static Occupation nearlyEmpty(Facts facts) {
        return new Occupation(
                facts.reference(),
                facts.title(),
                facts.statusAfter(),
                facts.version(),
                facts.level(),
                Tier.ofLevel(facts.level()),
                facts.route(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Green.NONE,
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                facts.recordedAt(),
                facts.sequence(),
                null);
    }

    private Occupations() {}
}

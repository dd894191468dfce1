package org.occupationalstandards.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What announcements without an occupation of their own change in the one before. */
final class Occupations {

    /** The occupation with what every announcement says. */
    static Occupation with(Facts facts, @Nullable Occupation before) {
        var occupation = before == null ? nearlyEmpty(facts) : before;
        return new Occupation(
                facts.reference(),
                facts.title(),
                facts.statusAfter(),
                facts.version(),
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
                facts.sequence());
    }

    static Occupation proposalApproved(Occupation occupation, @Nullable LocalDate on) {
        return dated(occupation, on, occupation.effectiveTo(), occupation.replacedBy());
    }

    static Occupation ended(Occupation occupation, @Nullable LocalDate from, @Nullable String replacedBy) {
        return dated(
                occupation,
                occupation.proposalApprovedOn(),
                from == null ? occupation.effectiveTo() : from.minusDays(1),
                replacedBy);
    }

    private static Occupation dated(
            Occupation it,
            @Nullable LocalDate proposalApprovedOn,
            @Nullable LocalDate effectiveTo,
            @Nullable String replacedBy) {
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
                it.approvedOn(),
                it.effectiveFrom(),
                effectiveTo,
                it.lastChanged(),
                it.sequence());
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
                facts.sequence());
    }

    private Occupations() {}
}

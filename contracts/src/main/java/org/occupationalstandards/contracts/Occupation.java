package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An occupational standard as the public sees it: the JSON of the catalogue, the messages of the state topic and the
 * {@code occupation} of announcements.
 *
 * @param medianSalary in whole pounds a year
 * @param withoutApprenticeship approved, and no apprenticeship on it is open
 * @param proposalApprovedOn day on which development was agreed
 * @param approvedOn day of the decision that made this version
 * @param effectiveFrom first day on which this version is in force
 * @param effectiveTo last day on which it is, where a later version or an end of life is known
 * @param lastChanged when the last public event of this standard was recorded
 * @param sequence of that event
 * @param upcoming the approved version that takes the place of this one next; nothing where there is none
 */
public record Occupation(
        String reference,
        String title,
        Status status,
        String version,
        int level,
        Tier tier,
        Route route,
        @Nullable String pathway,
        @Nullable String cluster,
        @Nullable String overview,
        @Nullable String summary,
        @Nullable Integer medianSalary,
        @Nullable Soc2020 soc2020,
        List<String> employers,
        List<String> typicalJobTitles,
        List<String> greenJobTitles,
        List<String> keywords,
        List<Statement> knowledge,
        List<Statement> skills,
        List<Statement> behaviours,
        List<Duty> duties,
        List<Option> options,
        List<Product> products,
        boolean withoutApprenticeship,
        Green green,
        List<Progression> progression,
        List<String> professionalRecognition,
        @Nullable String regulatedBy,
        List<String> mandatoryQualifications,
        @Nullable String replacedBy,
        @Nullable LocalDate createdOn,
        @Nullable LocalDate proposalApprovedOn,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable Instant lastChanged,
        long sequence,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Upcoming upcoming) {
    public Occupation {
        employers = List.copyOf(employers);
        typicalJobTitles = List.copyOf(typicalJobTitles);
        greenJobTitles = List.copyOf(greenJobTitles);
        keywords = List.copyOf(keywords);
        knowledge = List.copyOf(knowledge);
        skills = List.copyOf(skills);
        behaviours = List.copyOf(behaviours);
        duties = List.copyOf(duties);
        options = List.copyOf(options);
        products = List.copyOf(products);
        progression = List.copyOf(progression);
        professionalRecognition = List.copyOf(professionalRecognition);
        mandatoryQualifications = List.copyOf(mandatoryQualifications);
    }

    /**
     * A version that is approved and not yet in force.
     *
     * @param effectiveFrom first day on which it will be
     */
    public record Upcoming(String version, LocalDate effectiveFrom) {}

    /** Approved, and no apprenticeship on it is open. */
    public static boolean isWithoutApprenticeship(Status status, List<Product> products) {
        return status == Status.APPROVED
                && products.stream()
                        .noneMatch(product -> product.type() == ProductType.APPRENTICESHIP
                                && product.status() != ProductStatus.RETIRED);
    }
}

package org.occupationalstandards.standards.importing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Duty;
import org.occupationalstandards.contracts.Option;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Soc2020;
import org.occupationalstandards.contracts.Statement;
import org.occupationalstandards.contracts.Status;

/**
 * One standard as an outside file tells it, every field checked on its own and every link between its parts resolved.
 * What the file does not tell is null or empty; nothing is guessed.
 *
 * @param version 0.0 before the first approval; 1.0 for an approved standard whose file names no version
 * @param route under today's name, whatever name the file used
 * @param summary paragraphs, separated by an empty line
 * @param medianSalary in whole pounds a year
 * @param employers as the file lists them, in its spelling, repeats included: telling which of them are one employer is
 *     the business of the employers' register ({@code EmployerNames}), not of reading
 * @param approvedOn day of the decision, as far as known; when we recorded it is a third thing and not here
 * @param effectiveFrom first day in force
 * @param effectiveTo last day in force
 */
public record ImportedStandard(
        String reference,
        String title,
        Status status,
        String version,
        int level,
        Route route,
        @Nullable String pathway,
        @Nullable String cluster,
        @Nullable String overview,
        @Nullable String summary,
        @Nullable Integer medianSalary,
        @Nullable Soc2020 soc2020,
        List<String> employers,
        List<String> typicalJobTitles,
        List<String> keywords,
        List<Statement> knowledge,
        List<Statement> skills,
        List<Statement> behaviours,
        List<Duty> duties,
        List<Option> options,
        List<Product> products,
        List<String> professionalRecognition,
        @Nullable String regulatedBy,
        List<String> mandatoryQualifications,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    /** What an approved standard is called when its file does not say which version it is. */
    public static final String FIRST_APPROVED_VERSION = "1.0";

    /** The version of a standard that was never approved. */
    public static final String BEFORE_APPROVAL = "0.0";

    public ImportedStandard {
        employers = List.copyOf(employers);
        typicalJobTitles = List.copyOf(typicalJobTitles);
        keywords = List.copyOf(keywords);
        knowledge = List.copyOf(knowledge);
        skills = List.copyOf(skills);
        behaviours = List.copyOf(behaviours);
        duties = List.copyOf(duties);
        options = List.copyOf(options);
        products = List.copyOf(products);
        professionalRecognition = List.copyOf(professionalRecognition);
        mandatoryQualifications = List.copyOf(mandatoryQualifications);
    }

    /** The version that goes with a status when the file names none. */
    static String versionFor(Status status) {
        return status == Status.APPROVED || status == Status.RETIRED ? FIRST_APPROVED_VERSION : BEFORE_APPROVAL;
    }
}

package org.occupationalstandards.standards.lifecycle.content;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one version, or the draft of one, says. Two contents that mean the same are equal: texts carry no space around
 * them, lists no blank line and (but for employers) no repeated one, and what a duty is mapped to stands in the order of the statements.
 *
 * @param title nothing only in a document that leaves the title as it is
 * @param medianSalary in whole pounds a year
 * @param employers those who took part, as published: free text, repeats kept
 * @param greenJobTitles job titles that serve environmental goals
 * @param regulatedBy who regulates the occupation, where the law does
 */
public record Content(
        @Required @Nullable String title,
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
        List<String> professionalRecognition,
        @Nullable String regulatedBy,
        List<String> mandatoryQualifications) {

    public Content(
            @Nullable String title,
            @Nullable String overview,
            @Nullable String summary,
            @Nullable Integer medianSalary,
            @Nullable Soc2020 soc2020,
            @Nullable List<String> employers,
            @Nullable List<String> typicalJobTitles,
            @Nullable List<String> greenJobTitles,
            @Nullable List<String> keywords,
            @Nullable List<Statement> knowledge,
            @Nullable List<Statement> skills,
            @Nullable List<Statement> behaviours,
            @Nullable List<Duty> duties,
            @Nullable List<Option> options,
            @Nullable List<String> professionalRecognition,
            @Nullable String regulatedBy,
            @Nullable List<String> mandatoryQualifications) {
        this.title = Texts.tidyOrNull(title);
        this.overview = Texts.tidyOrNull(overview);
        this.summary = Texts.tidyOrNull(summary);
        this.medianSalary = medianSalary;
        this.soc2020 = soc2020;
        this.employers = Texts.asListed(employers);
        this.typicalJobTitles = Texts.tidyList(typicalJobTitles);
        this.greenJobTitles = Texts.tidyList(greenJobTitles);
        this.keywords = Texts.tidyList(keywords);
        this.knowledge = Texts.listOf(knowledge);
        this.skills = Texts.listOf(skills);
        this.behaviours = Texts.listOf(behaviours);
        this.options = Texts.listOf(options);
        this.professionalRecognition = Texts.tidyList(professionalRecognition);
        this.regulatedBy = Texts.tidyOrNull(regulatedBy);
        this.mandatoryQualifications = Texts.tidyList(mandatoryQualifications);
        Map<UUID, Integer> ksbPlaces = Texts.places(ksbs(this.knowledge, this.skills, this.behaviours)
                .map(Statement::id)
                .toList());
        Map<UUID, Integer> optionPlaces =
                Texts.places(this.options.stream().map(Option::id).toList());
        this.duties = Texts.listOf(duties).stream()
                .map(duty -> duty.in(ksbPlaces, optionPlaces))
                .toList();
    }

    /** What a standard says when nothing but its title is known. */
    public static Content titled(String title) {
        return new Content(
                title, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same with another title. */
    public Content withTitle(@Nullable String newTitle) {
        return new Content(
                newTitle,
                overview,
                summary,
                medianSalary,
                soc2020,
                employers,
                typicalJobTitles,
                greenJobTitles,
                keywords,
                knowledge,
                skills,
                behaviours,
                duties,
                options,
                professionalRecognition,
                regulatedBy,
                mandatoryQualifications);
    }

    /** The same with another overview. */
    public Content withOverview(@Nullable String newOverview) {
        return new Content(
                title,
                newOverview,
                summary,
                medianSalary,
                soc2020,
                employers,
                typicalJobTitles,
                greenJobTitles,
                keywords,
                knowledge,
                skills,
                behaviours,
                duties,
                options,
                professionalRecognition,
                regulatedBy,
                mandatoryQualifications);
    }

    /** Knowledge, skills and behaviours, in that order. */
    public Stream<Statement> ksbs() {
        return ksbs(knowledge, skills, behaviours);
    }

    private static Stream<Statement> ksbs(
            List<Statement> knowledge, List<Statement> skills, List<Statement> behaviours) {
        return Stream.of(knowledge, skills, behaviours).flatMap(List::stream);
    }
}

package org.occupationalstandards.catalogue.website;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Duty;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Option;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.Soc2020;
import org.occupationalstandards.contracts.Statement;

/** All that the page of one occupation says, in words, in the order of the page. */
record OccupationPage(
        String reference,
        String title,
        int routeId,
        String routeName,
        @Nullable String pathway,
        @Nullable String cluster,
        int level,
        String tier,
        String version,
        Legend status,
        List<Legend> marks,
        @Nullable String overview,
        @Nullable String salary,
        @Nullable String socCode,
        @Nullable String socTitle,
        List<Soc2020.SubUnitGroup> socGroups,
        List<String> employers,
        List<String> summary,
        List<JobTitle> jobTitles,
        List<String> keywords,
        List<Ksbs> ksbs,
        List<DutyView> duties,
        List<Option> options,
        List<ProductView> products,
        List<String> recognition,
        @Nullable String regulatedBy,
        List<String> mandatoryQualifications,
        List<KeyDate> dates) {

    record JobTitle(String title, boolean green) {}

    /** One of the three lists; {@code letter} is K, S or B. */
    record Ksbs(String letter, String name, String about, List<KsbView> statements) {}

    /** @param duties labels of the duties that need it */
    record KsbView(UUID id, String label, String text, List<String> duties) {}

    /** @param ksbs labels of the knowledge, skills and behaviours that it needs */
    record DutyView(
            UUID id,
            String label,
            String text,
            boolean core,
            List<String> criteria,
            List<String> ksbs,
            List<String> options) {}

    record ProductView(
            Legend type,
            String code,
            @Nullable String title,
            String status,
            @Nullable Integer larsCode,
            @Nullable Integer level,
            @Nullable String duration,
            @Nullable String funding,
            List<Legend> marks) {}

    record KeyDate(String name, String date) {}

    /** @param zone where the day of its last change is meant */
    static OccupationPage of(Occupation occupation, ZoneId zone) {
        Map<UUID, String> labels = new LinkedHashMap<>();
        Stream.of(occupation.knowledge(), occupation.skills(), occupation.behaviours())
                .flatMap(List::stream)
                .forEach(statement -> labels.put(statement.id(), statement.label()));
        Map<UUID, String> options = new LinkedHashMap<>();
        occupation.options().forEach(option -> options.put(option.id(), option.title()));
        Soc2020 soc = occupation.soc2020();
        return new OccupationPage(
                occupation.reference(),
                occupation.title(),
                occupation.route().id(),
                occupation.route().name(),
                occupation.pathway(),
                occupation.cluster(),
                occupation.level(),
                Wording.tier(occupation.tier()),
                occupation.version(),
                Legend.of(occupation.status()),
                Legend.marks(occupation.withoutApprenticeship(), occupation.products(), occupation.green()),
                occupation.overview(),
                occupation.medianSalary() == null ? null : Wording.pounds(occupation.medianSalary()),
                soc == null ? null : soc.code(),
                soc == null ? null : soc.title(),
                soc == null ? List.of() : soc.subUnitGroups(),
                occupation.employers(),
                paragraphs(occupation.summary()),
                occupation.typicalJobTitles().stream()
                        .map(title ->
                                new JobTitle(title, occupation.greenJobTitles().contains(title)))
                        .toList(),
                occupation.keywords(),
                ksbs(occupation),
                occupation.duties().stream()
                        .map(duty -> duty(duty, labels, options))
                        .toList(),
                occupation.options(),
                occupation.products().stream().map(OccupationPage::product).toList(),
                occupation.professionalRecognition(),
                occupation.regulatedBy(),
                occupation.mandatoryQualifications(),
                dates(occupation, zone));
    }

    /** Knowledge, skills and behaviours, or duties: what a standard consists of before anything else. */
    public boolean written() {
        return !ksbs.isEmpty() || !duties.isEmpty();
    }

    private static List<String> paragraphs(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static List<Ksbs> ksbs(Occupation occupation) {
        return Stream.of(
                        ksbs(
                                "K",
                                "Knowledge",
                                "What somebody in this occupation knows.",
                                occupation.knowledge(),
                                occupation.duties()),
                        ksbs(
                                "S",
                                "Skills",
                                "What somebody in this occupation can do.",
                                occupation.skills(),
                                occupation.duties()),
                        ksbs(
                                "B",
                                "Behaviours",
                                "How somebody in this occupation acts.",
                                occupation.behaviours(),
                                occupation.duties()))
                .filter(list -> !list.statements().isEmpty())
                .toList();
    }

    private static Ksbs ksbs(String letter, String name, String about, List<Statement> statements, List<Duty> duties) {
        return new Ksbs(
                letter,
                name,
                about,
                statements.stream()
                        .map(statement -> new KsbView(
                                statement.id(),
                                statement.label(),
                                statement.text(),
                                duties.stream()
                                        .filter(duty -> duty.ksbs().contains(statement.id()))
                                        .map(Duty::label)
                                        .toList()))
                        .toList());
    }

    private static DutyView duty(Duty duty, Map<UUID, String> labels, Map<UUID, String> options) {
        return new DutyView(
                duty.id(),
                duty.label(),
                duty.text(),
                duty.core(),
                duty.criteria(),
                // In the order of the lists above, not in the order in which they were mapped.
                labels.entrySet().stream()
                        .filter(label -> duty.ksbs().contains(label.getKey()))
                        .map(Map.Entry::getValue)
                        .toList(),
                duty.options().stream()
                        .map(id -> Optional.ofNullable(options.get(id)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static ProductView product(Product product) {
        List<Legend> marks = new ArrayList<>();
        if (product.careerStarter()) marks.add(Legend.CAREER_STARTER);
        if (product.royal()) marks.add(Legend.ROYAL);
        Integer months = product.typicalDurationMonths();
        Integer funding = product.maximumFunding();
        return new ProductView(
                Legend.of(product.type()),
                product.code(),
                product.integratedDegree()
                        ? Optional.ofNullable(product.title())
                                .map(title -> title + " (with an integrated degree)")
                                .orElse("With an integrated degree")
                        : product.title(),
                Wording.productStatus(product.status()),
                product.larsCode(),
                product.level(),
                months == null ? null : Wording.count(months, "month", "months"),
                funding == null ? null : Wording.pounds(funding),
                List.copyOf(marks));
    }

    private static List<KeyDate> dates(Occupation occupation, ZoneId zone) {
        List<KeyDate> dates = new ArrayList<>();
        if (occupation.proposalApprovedOn() != null)
            dates.add(new KeyDate("Proposal approved", Wording.date(occupation.proposalApprovedOn())));
        if (occupation.approvedOn() != null)
            dates.add(new KeyDate("Version approved", Wording.date(occupation.approvedOn())));
        if (occupation.effectiveFrom() != null)
            dates.add(new KeyDate("In force from", Wording.date(occupation.effectiveFrom())));
        if (occupation.effectiveTo() != null)
            dates.add(new KeyDate("In force until", Wording.date(occupation.effectiveTo())));
        if (occupation.lastChanged() != null)
            dates.add(new KeyDate("Last changed", Wording.date(occupation.lastChanged(), zone)));
        return List.copyOf(dates);
    }
}

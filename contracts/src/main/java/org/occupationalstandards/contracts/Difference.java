package org.occupationalstandards.contracts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The difference between what the public read of an occupation before and what it reads now, in the order of the page.
 * Statements, duties and options are matched by what identifies them, never by their label: a label is only a position.
 * Products are told by their code, which stands in the place of a label, and by field; links by the reference that they
 * lead to.
 */
public final class Difference {

    private final List<Change> changes = new ArrayList<>();

    /** Everything that is different: what is said, and the version, the dates and the replacement. */
    public static List<Change> between(Occupation before, Occupation after) {
        Difference difference = new Difference();
        difference.said(before, after);
        difference.recorded(before, after);
        return List.copyOf(difference.changes);
    }

    /** What two versions say differently: that they have numbers and dates of their own goes without saying. */
    public static List<Change> betweenVersions(Occupation before, Occupation after) {
        Difference difference = new Difference();
        difference.said(before, after);
        return List.copyOf(difference.changes);
    }

    private void said(Occupation before, Occupation after) {
        facts(before, after);
        statements(ChangePart.KNOWLEDGE, before.knowledge(), after.knowledge());
        statements(ChangePart.SKILL, before.skills(), after.skills());
        statements(ChangePart.BEHAVIOUR, before.behaviours(), after.behaviours());
        duties(before, after);
        options(before.options(), after.options());
        products(before.products(), after.products());
        more(before, after);
        progression(before.progression(), after.progression());
    }

    private void recorded(Occupation before, Occupation after) {
        field("version", before.version(), after.version());
        field("replacedBy", before.replacedBy(), after.replacedBy());
        field("createdOn", before.createdOn(), after.createdOn());
        field("proposalApprovedOn", before.proposalApprovedOn(), after.proposalApprovedOn());
        field("approvedOn", before.approvedOn(), after.approvedOn());
        field("effectiveFrom", before.effectiveFrom(), after.effectiveFrom());
        field("effectiveTo", before.effectiveTo(), after.effectiveTo());
    }

    private void facts(Occupation before, Occupation after) {
        field("title", before.title(), after.title());
        field("level", before.level(), after.level());
        field("tier", before.tier().wireName(), after.tier().wireName());
        field("route", before.route().name(), after.route().name());
        field("pathway", before.pathway(), after.pathway());
        field("cluster", before.cluster(), after.cluster());
        field("overview", before.overview(), after.overview());
        field("summary", before.summary(), after.summary());
        field("medianSalary", before.medianSalary(), after.medianSalary());
        field("soc2020", code(before.soc2020()), code(after.soc2020()));
        lines("subUnitGroups", groups(before.soc2020()), groups(after.soc2020()));
        lines("typicalJobTitles", before.typicalJobTitles(), after.typicalJobTitles());
        lines("greenJobTitles", before.greenJobTitles(), after.greenJobTitles());
        lines("keywords", before.keywords(), after.keywords());
        lines("employers", before.employers(), after.employers());
    }

    private void more(Occupation before, Occupation after) {
        field("green", before.green().wireName(), after.green().wireName());
        lines("professionalRecognition", before.professionalRecognition(), after.professionalRecognition());
        field("regulatedBy", before.regulatedBy(), after.regulatedBy());
        lines("mandatoryQualifications", before.mandatoryQualifications(), after.mandatoryQualifications());
    }

    private static @Nullable String code(@Nullable Soc2020 soc) {
        return soc == null ? null : soc.code();
    }

    private static List<String> groups(@Nullable Soc2020 soc) {
        return soc == null
                ? List.of()
                : soc.subUnitGroups().stream().map(Soc2020.SubUnitGroup::code).toList();
    }

    private void field(String name, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) return;
        add(ChangeKind.CHANGED, ChangePart.FIELD, null, name, null, null, text(before), text(after));
    }

    private void lines(String field, List<String> before, List<String> after) {
        lines(ChangePart.FIELD, null, field, null, before, after);
    }

    private void lines(
            ChangePart part,
            @Nullable UUID id,
            String field,
            @Nullable String label,
            List<String> before,
            List<String> after) {
        Set<String> old = new LinkedHashSet<>(before);
        Set<String> now = new LinkedHashSet<>(after);
        for (String each : old) {
            if (!now.contains(each)) add(ChangeKind.REMOVED, part, id, field, label, label, each, null);
        }
        for (String each : now) {
            if (!old.contains(each)) add(ChangeKind.ADDED, part, id, field, label, label, null, each);
        }
    }

    private void statements(ChangePart part, List<Statement> before, List<Statement> after) {
        Map<UUID, Statement> old = byId(before, Statement::id);
        Map<UUID, Statement> now = byId(after, Statement::id);
        after.forEach(each -> text(part, each.id(), of(old.get(each.id())), of(each)));
        before.stream()
                .filter(each -> !now.containsKey(each.id()))
                .forEach(each -> text(part, each.id(), of(each), null));
    }

    private void duties(Occupation before, Occupation after) {
        Map<UUID, String> labelsBefore = labels(before);
        Map<UUID, String> labelsAfter = labels(after);
        Map<UUID, Duty> old = byId(before.duties(), Duty::id);
        Map<UUID, Duty> now = byId(after.duties(), Duty::id);
        for (Duty duty : after.duties()) {
            Duty earlier = old.get(duty.id());
            text(ChangePart.DUTY, duty.id(), of(earlier), of(duty));
            if (earlier != null && earlier.core() != duty.core()) {
                add(
                        ChangeKind.CHANGED,
                        ChangePart.DUTY,
                        duty.id(),
                        "core",
                        earlier.label(),
                        duty.label(),
                        text(earlier.core()),
                        text(duty.core()));
            }
            List<String> criteriaBefore = earlier == null ? List.of() : earlier.criteria();
            lines(ChangePart.DUTY, duty.id(), "criteria", duty.label(), criteriaBefore, duty.criteria());
            List<UUID> needed = earlier == null ? List.of() : earlier.ksbs();
            mapping(ChangePart.DUTY, duty, earlier, needed, duty.ksbs(), labelsBefore, labelsAfter);
            List<UUID> options = earlier == null ? List.of() : earlier.options();
            mapping(ChangePart.OPTION, duty, earlier, options, duty.options(), Map.of(), Map.of());
        }
        before.duties().stream()
                .filter(each -> !now.containsKey(each.id()))
                .forEach(each -> text(ChangePart.DUTY, each.id(), of(each), null));
    }

    private void mapping(
            ChangePart to,
            Duty duty,
            @Nullable Duty earlier,
            List<UUID> before,
            List<UUID> after,
            Map<UUID, String> labelsBefore,
            Map<UUID, String> labelsAfter) {
        String was = earlier == null ? null : earlier.label();
        for (UUID each : before) {
            if (!after.contains(each)) {
                String label = labelsBefore.get(each);
                add(ChangeKind.UNMAPPED, to, duty.id(), each.toString(), was, duty.label(), label, null);
            }
        }
        for (UUID each : after) {
            if (!before.contains(each)) {
                String label = labelsAfter.get(each);
                add(ChangeKind.MAPPED, to, duty.id(), each.toString(), was, duty.label(), null, label);
            }
        }
    }

    private void options(List<Option> before, List<Option> after) {
        Map<UUID, Option> old = byId(before, Option::id);
        Map<UUID, Option> now = byId(after, Option::id);
        after.forEach(each -> text(ChangePart.OPTION, each.id(), of(old.get(each.id())), of(each)));
        before.stream()
                .filter(each -> !now.containsKey(each.id()))
                .forEach(each -> text(ChangePart.OPTION, each.id(), of(each), null));
    }

    private void products(List<Product> before, List<Product> after) {
        Map<String, Product> old = byId(before, Product::code);
        Map<String, Product> now = byId(after, Product::code);
        for (Product product : after) {
            Product earlier = old.get(product.code());
            if (earlier == null) product(ChangeKind.ADDED, null, product);
            else attributes(earlier, product);
        }
        before.stream()
                .filter(each -> !now.containsKey(each.code()))
                .forEach(each -> product(ChangeKind.REMOVED, each, null));
    }

    private void product(ChangeKind kind, @Nullable Product before, @Nullable Product after) {
        add(
                kind,
                ChangePart.PRODUCT,
                null,
                null,
                before == null ? null : before.code(),
                after == null ? null : after.code(),
                before == null ? null : before.status().wireName(),
                after == null ? null : after.status().wireName());
    }

    private void attributes(Product before, Product after) {
        attribute(after, "status", before.status().wireName(), after.status().wireName());
        attribute(after, "type", before.type().wireName(), after.type().wireName());
        attribute(after, "larsCode", before.larsCode(), after.larsCode());
        attribute(after, "title", before.title(), after.title());
        attribute(after, "level", before.level(), after.level());
        attribute(after, "typicalDurationMonths", before.typicalDurationMonths(), after.typicalDurationMonths());
        attribute(after, "maximumFunding", before.maximumFunding(), after.maximumFunding());
        attribute(after, "careerStarter", before.careerStarter(), after.careerStarter());
        attribute(after, "royal", before.royal(), after.royal());
        attribute(after, "integratedDegree", before.integratedDegree(), after.integratedDegree());
    }

    private void attribute(Product product, String name, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) return;
        String code = product.code();
        add(ChangeKind.CHANGED, ChangePart.PRODUCT, null, name, code, code, text(before), text(after));
    }

    private void progression(List<Progression> before, List<Progression> after) {
        for (Progression link : before) {
            if (!after.contains(link))
                link(ChangeKind.REMOVED, link.reference(), link.kind().wireName(), null);
        }
        for (Progression link : after) {
            if (!before.contains(link))
                link(ChangeKind.ADDED, link.reference(), null, link.kind().wireName());
        }
    }

    private void link(ChangeKind kind, String reference, @Nullable String before, @Nullable String after) {
        add(kind, ChangePart.PROGRESSION, null, reference, null, null, before, after);
    }

    /** A text with its place on the page. */
    private record Labelled(@Nullable String label, String text) {}

    private static @Nullable Labelled of(@Nullable Statement statement) {
        return statement == null ? null : new Labelled(statement.label(), statement.text());
    }

    private static @Nullable Labelled of(@Nullable Duty duty) {
        return duty == null ? null : new Labelled(duty.label(), duty.text());
    }

    private static @Nullable Labelled of(@Nullable Option option) {
        return option == null ? null : new Labelled(null, option.title());
    }

    /** Added, removed, reworded (perhaps elsewhere, too) or only moved. */
    private void text(ChangePart part, UUID id, @Nullable Labelled before, @Nullable Labelled after) {
        ChangeKind kind = kind(before, after);
        if (kind == null) return;
        add(
                kind,
                part,
                id,
                null,
                before == null ? null : before.label(),
                after == null ? null : after.label(),
                before == null ? null : before.text(),
                after == null ? null : after.text());
    }

    private static @Nullable ChangeKind kind(@Nullable Labelled before, @Nullable Labelled after) {
        if (before == null) return ChangeKind.ADDED;
        if (after == null) return ChangeKind.REMOVED;
        if (!before.text().equals(after.text())) return ChangeKind.REWORDED;
        return Objects.equals(before.label(), after.label()) ? null : ChangeKind.MOVED;
    }

    private void add(
            ChangeKind kind,
            ChangePart part,
            @Nullable UUID id,
            @Nullable String field,
            @Nullable String labelBefore,
            @Nullable String labelAfter,
            @Nullable String before,
            @Nullable String after) {
        changes.add(new Change(kind, part, id, field, labelBefore, labelAfter, before, after));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Map<UUID, String> labels(Occupation occupation) {
        Map<UUID, String> labels = new LinkedHashMap<>();
        List.of(occupation.knowledge(), occupation.skills(), occupation.behaviours())
                .forEach(list -> list.forEach(each -> labels.put(each.id(), each.label())));
        return labels;
    }

    /** The first of several that claim to be the same one. */
    private static <K, T> Map<K, T> byId(List<T> items, Function<T, K> id) {
        Map<K, T> byId = new LinkedHashMap<>();
        items.forEach(each -> byId.putIfAbsent(id.apply(each), each));
        return byId;
    }

    private Difference() {}
}

package org.occupationalstandards.standards.importing.job;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.importing.ImportedStandard;
import org.occupationalstandards.standards.importing.StableIds;
import org.occupationalstandards.standards.lifecycle.Classification;
import org.occupationalstandards.standards.lifecycle.Product;
import org.occupationalstandards.standards.lifecycle.ProductStatus;
import org.occupationalstandards.standards.lifecycle.ProductType;
import org.occupationalstandards.standards.lifecycle.RegisterExisting;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.Status;
import org.occupationalstandards.standards.lifecycle.Version;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Duty;
import org.occupationalstandards.standards.lifecycle.content.Option;
import org.occupationalstandards.standards.lifecycle.content.Soc2020;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/**
 * A standard that was read, as a command to the rulebook, laid over what is registered already: what the file does not
 * tell stays as it is. A part that the file names by its place alone keeps the id that a part with the same words has
 * here, so that importing again, after a renumbering or from another kind of file, does not make the same part another.
 */
final class Registration {

    private final ImportedStandard imported;
    private final @Nullable StandardState existing;
    private final Content before;
    /** Ids as read, where they are other ones here. */
    private final Map<UUID, UUID> ids = new HashMap<>();

    private Registration(ImportedStandard imported, @Nullable StandardState existing) {
        this.imported = imported;
        this.existing = existing;
        this.before = existing == null ? Content.titled("") : existing.draft().content();
    }

    static RegisterExisting of(ImportedStandard imported, Optional<StandardState> existing) {
        return new Registration(imported, existing.orElse(null)).command();
    }

    private RegisterExisting command() {
        Classification place = existing == null ? new Classification(0, 0, null, null) : existing.classification();
        Optional<Version> last = existing == null || existing.versions().isEmpty()
                ? Optional.empty()
                : Optional.of(existing.versions().getLast())
                        .filter(version -> version.number().equals(imported.version()));
        return new RegisterExisting(
                imported.reference(),
                Status.valueOf(imported.status().name()),
                imported.version(),
                imported.level(),
                imported.route().id(),
                or(imported.pathway(), place.pathway()),
                or(imported.cluster(), place.cluster()),
                existing == null ? null : existing.owner(),
                existing == null ? null : existing.dates().createdOn(),
                existing == null ? null : existing.dates().proposalApprovedOn(),
                or(imported.approvedOn(), last.map(Version::approvedOn).orElse(null)),
                or(imported.effectiveFrom(), last.map(Version::effectiveFrom).orElse(null)),
                imported.effectiveTo(),
                content(),
                products(),
                existing == null ? null : existing.green(),
                existing == null ? null : existing.progression());
    }

    private Content content() {
        List<Statement> knowledge = statements("K", imported.knowledge(), before.knowledge());
        List<Statement> skills = statements("S", imported.skills(), before.skills());
        List<Statement> behaviours = statements("B", imported.behaviours(), before.behaviours());
        List<Option> options = options();
        return new Content(
                imported.title(),
                or(imported.overview(), before.overview()),
                or(imported.summary(), before.summary()),
                or(imported.medianSalary(), before.medianSalary()),
                or(soc(), before.soc2020()),
                or(imported.employers(), before.employers()),
                or(imported.typicalJobTitles(), before.typicalJobTitles()),
                before.greenJobTitles(),
                or(imported.keywords(), before.keywords()),
                knowledge,
                skills,
                behaviours,
                duties(knowledge, skills, behaviours),
                options,
                or(imported.professionalRecognition(), before.professionalRecognition()),
                or(imported.regulatedBy(), before.regulatedBy()),
                or(imported.mandatoryQualifications(), before.mandatoryQualifications()));
    }

    private List<Statement> statements(
            String kind, List<org.occupationalstandards.contracts.Statement> read, List<Statement> known) {
        if (read.isEmpty()) {
            return known;
        }
        Map<String, UUID> byText = new LinkedHashMap<>();
        known.forEach(each -> byText.putIfAbsent(each.text(), each.id()));
        List<Part> parts = read.stream()
                .map(each -> new Part(each.id(), new Statement(each.id(), each.text()).text()))
                .toList();
        identify(kind, parts, byText);
        return parts.stream()
                .map(each -> new Statement(id(each.id()), each.text()))
                .toList();
    }

    private List<Duty> duties(List<Statement> knowledge, List<Statement> skills, List<Statement> behaviours) {
        if (imported.duties().isEmpty()) {
            return withoutLostLinks(before.duties(), knowledge, skills, behaviours);
        }
        Map<String, UUID> byText = new LinkedHashMap<>();
        Map<UUID, Duty> known = new HashMap<>();
        before.duties().forEach(each -> {
            byText.putIfAbsent(each.text(), each.id());
            known.put(each.id(), each);
        });
        List<Part> parts = imported.duties().stream()
                .map(each -> new Part(each.id(), each.text()))
                .toList();
        identify("D", parts, byText);
        boolean mappingTold =
                imported.duties().stream().anyMatch(each -> !each.ksbs().isEmpty());
        List<Duty> duties = new ArrayList<>();
        for (org.occupationalstandards.contracts.Duty each : imported.duties()) {
            UUID id = id(each.id());
            Duty old = known.get(id);
            List<UUID> ksbs = mappingTold || old == null
                    ? each.ksbs().stream().map(this::id).toList()
                    : old.ksbs();
            duties.add(new Duty(
                    id,
                    each.text(),
                    each.core(),
                    each.criteria().isEmpty() && old != null ? old.criteria() : each.criteria(),
                    ksbs,
                    each.options().stream().map(this::id).toList()));
        }
        return mappingTold ? duties : withoutLostLinks(duties, knowledge, skills, behaviours);
    }

    /** Mappings that are kept from before may name statements that the file no longer has. */
    private static List<Duty> withoutLostLinks(
            List<Duty> duties, List<Statement> knowledge, List<Statement> skills, List<Statement> behaviours) {
        Set<UUID> there = new HashSet<>();
        List.of(knowledge, skills, behaviours).forEach(list -> list.forEach(each -> there.add(each.id())));
        return duties.stream()
                .map(duty -> new Duty(
                        duty.id(),
                        duty.text(),
                        duty.core(),
                        duty.criteria(),
                        duty.ksbs().stream().filter(there::contains).toList(),
                        duty.options()))
                .toList();
    }

    private List<Option> options() {
        if (imported.options().isEmpty()) {
            return before.options();
        }
        Map<String, UUID> byTitle = new LinkedHashMap<>();
        before.options().forEach(each -> byTitle.putIfAbsent(each.title(), each.id()));
        List<Part> parts = imported.options().stream()
                .map(each -> new Part(each.id(), each.title()))
                .toList();
        identify("O", parts, byTitle);
        return parts.stream()
                .map(each -> new Option(id(each.id()), each.text()))
                .toList();
    }

    private record Part(UUID id, String text) {}

    /**
     * Decides which id each part has here. An id that the file gives itself is kept. One that only says a place goes to
     * the part of the same words; a place whose id went elsewhere gets an id from its words.
     */
    private void identify(String kind, List<Part> parts, Map<String, UUID> known) {
        Set<UUID> taken = new HashSet<>();
        List<Part> byPlace = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.id().equals(StableIds.of(imported.reference(), kind, i + 1))) {
                byPlace.add(part);
            } else {
                taken.add(part.id());
            }
        }
        List<Part> unmatched = new ArrayList<>();
        for (Part part : byPlace) {
            UUID same = known.get(part.text());
            if (same != null && taken.add(same)) {
                ids.put(part.id(), same);
            } else {
                unmatched.add(part);
            }
        }
        for (Part part : unmatched) {
            UUID id = part.id();
            for (int i = 0; !taken.add(id); i++) {
                id = StableIds.of(imported.reference(), kind + "/" + checksum(part.text()) + "/", i);
            }
            ids.put(part.id(), id);
        }
    }

    private static long checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private UUID id(UUID read) {
        return ids.getOrDefault(read, read);
    }

    private @Nullable Soc2020 soc() {
        org.occupationalstandards.contracts.Soc2020 soc = imported.soc2020();
        return soc == null
                ? null
                : new Soc2020(
                        soc.code(),
                        soc.title(),
                        soc.subUnitGroups().stream()
                                .map(each -> new Soc2020.SubUnitGroup(each.code(), each.title()))
                                .toList());
    }

    /**
     * The products that are registered, with what the file knows better, and those that only the file has. What the file
     * says nothing of has ended where it says that the standard has: files do not list the products of what is over.
     */
    private List<Product> products() {
        Status status = Status.valueOf(imported.status().name());
        boolean over = status == Status.WITHDRAWN || status == Status.RETIRED;
        Map<String, Product> products = new LinkedHashMap<>();
        if (existing != null) {
            existing.products()
                    .forEach(each -> products.put(each.code(), over ? each.in(ProductStatus.RETIRED) : each));
        }
        imported.products().forEach(each -> products.merge(each.code(), product(each), Registration::over));
        return List.copyOf(products.values());
    }

    private static Product over(Product old, Product read) {
        return new Product(
                read.type(),
                read.code(),
                or(read.larsCode(), old.larsCode()),
                or(read.title(), old.title()),
                read.status(),
                or(read.level(), old.level()),
                or(read.typicalDurationMonths(), old.typicalDurationMonths()),
                or(read.maximumFunding(), old.maximumFunding()),
                read.careerStarter() || old.careerStarter(),
                read.royal() || old.royal(),
                read.integratedDegree() || old.integratedDegree());
    }

    private static Product product(org.occupationalstandards.contracts.Product read) {
        return new Product(
                ProductType.valueOf(read.type().name()),
                read.code(),
                read.larsCode(),
                read.title(),
                ProductStatus.valueOf(read.status().name()),
                read.level(),
                read.typicalDurationMonths(),
                read.maximumFunding(),
                read.careerStarter(),
                read.royal(),
                read.integratedDegree());
    }

    private static <T> @Nullable T or(@Nullable T read, @Nullable T known) {
        return read == null ? known : read;
    }

    private static List<String> or(List<String> read, List<String> known) {
        return Objects.requireNonNull(read).isEmpty() ? known : read;
    }
}

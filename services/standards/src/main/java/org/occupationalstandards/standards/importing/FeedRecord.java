package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Duty;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.ProductStatus;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.contracts.Statement;
import org.occupationalstandards.contracts.Status;
import tools.jackson.databind.JsonNode;

/**
 * One record of the feed.
 *
 * <p>An approved or retired standard has to have knowledge and skills; behaviours and duties are absent from some real
 * ones. A statement that no duty needs, a duty without statements, two statements with the same words are worth a note:
 * the standard was approved like that. A record without a status is approved if it has a LARS code, which is given on
 * approval, and in development otherwise.
 */
final class FeedRecord {

    private final FeedNode record;
    private final FeedReference references;
    private final Map<String, String> before;
    private final Problems problems;
    private final List<String> notes = new ArrayList<>();

    private FeedRecord(FeedNode record, FeedReference references, Map<String, String> before) {
        this.record = record;
        this.references = references;
        this.before = before;
        this.problems = record.problems();
    }

    /**
     * Reads a record.
     *
     * @param place in the file, from 1
     * @param before references and versions of the records above, with what those are called; this one's is added
     */
    static ImportRecord read(JsonNode json, int place, int line, FeedReference references, Map<String, String> before) {
        Problems problems = new Problems();
        if (!json.isObject()) {
            problems.add(line, "", "A record is a JSON object, not " + quoted(json.toString()));
            return new ImportRecord.Refused("record " + place, problems.inOrder());
        }
        FeedRecord record = new FeedRecord(new FeedNode(json, "", line, problems), references, before);
        return record.read(place);
    }

    private ImportRecord read(int place) {
        String code = record.text("reference", "referenceNumber", "apprenticeshipReference", "stdCode");
        String writtenTitle = record.text("title");
        String name = !code.isEmpty()
                ? PlainText.quoted(code).replaceAll("[“”]", "")
                : !writtenTitle.isEmpty() ? PlainText.quoted(writtenTitle).replaceAll("[“”]", "") : "record " + place;
        String title = FieldRules.title(writtenTitle, record.line(), problems);
        Integer level = FieldRules.level(record.text("level"), record.line(), problems);
        Route route = route();
        Integer larsCode = larsCode();
        String reference = references.find(
                new FeedReference.Signs(code, larsCode, title, level, route == null ? null : route.id()),
                record.line(),
                problems,
                notes);
        OutsideStatus status = status(larsCode);
        String version = version(status.standard());
        if (reference != null && version != null) {
            String other = before.putIfAbsent(reference + " " + version, name);
            if (other != null) {
                problems.add(
                        record.line(),
                        "",
                        "It is version " + version + " of " + reference + ", as is another record above: " + other);
            }
        }
        String ofIds = reference == null ? "" : reference;
        FeedStatements statements = new FeedStatements(ofIds, problems, notes);
        List<Statement> knowledge = statements.read("K", record.objects("knowledge", "knowledges"));
        List<Statement> skills = statements.read("S", record.objects("skills"));
        List<Statement> behaviours = statements.read("B", record.objects("behaviours", "behaviors"));
        if (status.standard() == Status.APPROVED || status.standard() == Status.RETIRED) {
            required(knowledge, "knowledge", "knowledge", "knowledges");
            required(skills, "skills", "skills");
        }
        FeedDuties feedDuties = new FeedDuties(ofIds, statements, problems, notes);
        List<Duty> duties = feedDuties.read(record);
        unused(knowledge, skills, duties);
        ImportedStandard standard = new ImportedStandard(
                ofIds,
                title == null ? "" : title,
                status.standard(),
                version == null ? "" : version,
                level == null ? 0 : level,
                route == null ? Routes.all().getFirst() : route,
                line("pathway"),
                line("cluster"),
                prose(FieldRules.LIMITS.overview(), "overviewOfRole", "overview"),
                prose(FieldRules.LIMITS.summary(), "occupationalSummary", "summary"),
                null,
                null,
                list("employers"),
                list("typicalJobTitles"),
                list("keywords"),
                knowledge,
                skills,
                behaviours,
                duties,
                feedDuties.options(),
                products(code, larsCode, ofIds, level, status.apprenticeship()),
                recognition(),
                regulatedBy(),
                qualifications(),
                day(status.standard() == Status.APPROVED, "approvedForDelivery", "approvedOn"),
                day(status.standard() == Status.APPROVED, "earliestStartDate", "effectiveFrom"),
                null);
        return problems.none()
                ? new ImportRecord.Accepted(name, standard, notes)
                : new ImportRecord.Refused(name, problems.inOrder());
    }

    private @Nullable Route route() {
        String name = record.text("route");
        String id = record.text("routeCode", "routeId");
        if (name.isEmpty() && !id.isEmpty()) {
            Integer number =
                    FieldRules.wholeNumber(id, 1, 15, "The code of a route", record.line(), "/routeCode", problems);
            return number == null ? null : Routes.withId(number).orElse(null);
        }
        return FieldRules.route(name, record.line(), problems);
    }

    /** Published records say 0 where no code has been given yet. */
    private @Nullable Integer larsCode() {
        String written = record.text("larsCode");
        return written.isEmpty() || written.equals("0")
                ? null
                : FieldRules.wholeNumber(written, 1, 99_999, "A LARS code", record.line(), "/larsCode", problems);
    }

    private OutsideStatus status(@Nullable Integer larsCode) {
        String written = record.text("status");
        if (written.isEmpty()) {
            return larsCode == null
                    ? new OutsideStatus(Status.IN_DEVELOPMENT, ProductStatus.IN_DEVELOPMENT)
                    : OutsideStatus.APPROVED;
        }
        OutsideStatus status = OutsideStatus.of(written);
        if (status == null) {
            problems.add(record.line(), record.pointer("status"), quoted(written) + " is not a status");
            return OutsideStatus.UNKNOWN;
        }
        return status;
    }

    private @Nullable String version(Status status) {
        String written = record.text("version", "versionNumber");
        String usual = ImportedStandard.versionFor(status);
        if (written.isEmpty() || usual.equals(ImportedStandard.BEFORE_APPROVAL)) {
            return usual;
        }
        String version = FieldRules.version(written, record.line(), problems);
        if (version != null && version.startsWith("0.")) {
            problems.add(
                    record.line(),
                    record.pointer("version", "versionNumber"),
                    "An approved version is 1.0 or later, not " + version);
        }
        return version;
    }

    private void required(List<Statement> statements, String what, String... names) {
        if (statements.isEmpty()) {
            problems.add(record.line(), record.pointer(names), "The record has no " + what);
        }
    }

    private void unused(List<Statement> knowledge, List<Statement> skills, List<Duty> duties) {
        if (duties.isEmpty()) {
            return;
        }
        Set<UUID> used = new HashSet<>();
        duties.forEach(duty -> used.addAll(duty.ksbs()));
        Stream.concat(knowledge.stream(), skills.stream())
                .filter(each -> !used.contains(each.id()))
                .forEach(each -> notes.add("No duty is mapped to " + each.label()));
    }

    private List<Product> products(
            String code,
            @Nullable Integer larsCode,
            String reference,
            @Nullable Integer level,
            @Nullable ProductStatus status) {
        Integer months = number(1, 120, "The duration in months", "typicalDurationMonths", "typicalDuration");
        Integer funding = number(0, 100_000, "The maximum funding", "maximumFunding", "maxFunding");
        if (status == null || reference.isEmpty()) {
            return List.of();
        }
        boolean told = FieldRules.isApprenticeship(code);
        return List.of(new Product(
                ProductType.APPRENTICESHIP,
                told ? code.toUpperCase(Locale.ROOT) : "ST" + reference.substring(3, 7),
                larsCode,
                null,
                status,
                level,
                months,
                funding,
                yes("careerStarter", "isCareerStarter"),
                yes("royal", "coronationEmblem"),
                record.text("integratedDegree").equalsIgnoreCase("integrated degree")));
    }

    private @Nullable Integer number(int from, int to, String what, String... names) {
        String written = record.text(names).replace(",", "");
        return written.isEmpty()
                ? null
                : FieldRules.wholeNumber(written, from, to, what, record.line(), record.pointer(names), problems);
    }

    private boolean yes(String... names) {
        return record.text(names).equalsIgnoreCase("true");
    }

    private @Nullable String line(String name) {
        String text = record.text(name);
        return text.isEmpty()
                ? null
                : FieldRules.upTo(FieldRules.LIMITS.title(), text, record.line(), record.pointer(name), problems);
    }

    private @Nullable String prose(int longest, String... names) {
        String text = record.prose(names);
        return text.isEmpty() ? null : FieldRules.upTo(longest, text, record.line(), record.pointer(names), problems);
    }

    private List<String> list(String name) {
        return checked(name, record.lines(name));
    }

    private List<String> checked(String name, List<String> items) {
        if (items.size() > FieldRules.LIMITS.lines()) {
            problems.add(
                    record.line(),
                    record.pointer(name),
                    "At most " + FieldRules.LIMITS.lines() + " entries, not " + items.size());
        }
        items.forEach(
                item -> FieldRules.upTo(FieldRules.LIMITS.line(), item, record.line(), record.pointer(name), problems));
        return items;
    }

    private List<String> recognition() {
        return checked(
                "professionalRecognition",
                record.objects("professionalRecognition").stream()
                        .map(each -> each.text("bodyName", "title"))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList());
    }

    private List<String> qualifications() {
        return checked(
                "qualifications",
                record.objects("qualifications").stream()
                        .map(each -> each.text("title"))
                        .filter(title -> !title.isEmpty())
                        .distinct()
                        .toList());
    }

    private @Nullable String regulatedBy() {
        if (record.has("regulated") && !yes("regulated")) {
            return null;
        }
        return line("regulatedBody");
    }

    private @Nullable LocalDate day(boolean meant, String... names) {
        String written = record.text(names);
        if (written.isEmpty()) {
            return null;
        }
        LocalDate day = UkDates.read(written).orElse(null);
        if (day == null) {
            problems.add(
                    record.line(), record.pointer(names), "A day is written like 2017-11-07, not " + quoted(written));
        }
        return meant ? day : null;
    }
}

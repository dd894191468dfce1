package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Soc2020;
import org.occupationalstandards.contracts.Status;

/**
 * Reads the text of a standard's public page ({@code text/plain}): one record.
 *
 * <p>Legend, navigation and everything from "Occupational Progression" on are not part of the standard. A page of an
 * approved or retired standard has to have every section that completeness asks for (overview, summary, employers, job
 * titles, knowledge, skills, behaviours, duties); salary, SOC code and keywords may be absent. A page of a standard that
 * is still potential or in development may be nearly empty.
 *
 * <p>Employers are kept as listed, repeats included. The page shows them twice: the first list counts, and a name that
 * only the second has is added at the end.
 */
public final class PageText implements StandardsReader {

    @Override
    public void read(InputStream file, Consumer<ImportRecord> records) throws IOException {
        records.accept(read(PlainText.decode(file.readAllBytes())));
    }

    /** The standard that a page shows, or everything that is wrong with the page. */
    public static ImportRecord read(String page) {
        return new PageText.Reading(PageSections.of(page)).record();
    }

    /** Reading one page: collects problems on the way and decides at the end. */
    private static final class Reading {

        private final PageSections page;
        private final Problems problems = new Problems();
        private final List<String> notes = new ArrayList<>();

        Reading(PageSections page) {
            this.page = page;
        }

        ImportRecord record() {
            PageHead head = PageHead.read(page, problems, notes);
            String reference = reference();
            Status status = status();
            boolean complete = status == null || status == Status.APPROVED || status == Status.RETIRED;
            Integer salary = salary();
            Soc2020 soc = soc();
            List<String> employers = employers(complete);
            String summary = text(PageHeading.SUMMARY, complete);
            List<String> jobTitles = list(PageHeading.JOB_TITLES, complete);
            List<String> keywords = list(PageHeading.KEYWORDS, false);
            if (complete && head.overview() == null) {
                problems.add(head.overviewLine(), "overview", "The overview is missing: a sentence below the level");
            }
            PageStatements statements =
                    PageStatements.read(page, reference == null ? "" : reference, complete, problems, notes);
            PageDuties duties =
                    PageDuties.read(page, reference == null ? "" : reference, statements, complete, problems);
            String name = reference != null ? reference : head.title() != null ? head.title() : "page text";
            if (!problems.none()
                    || reference == null
                    || status == null
                    || head.title() == null
                    || head.level() == null
                    || head.route() == null) {
                return new ImportRecord.Refused(name, problems.inOrder());
            }
            return new ImportRecord.Accepted(
                    name,
                    new ImportedStandard(
                            reference,
                            head.title(),
                            status,
                            ImportedStandard.versionFor(status),
                            head.level(),
                            head.route(),
                            null,
                            null,
                            head.overview(),
                            summary,
                            salary,
                            soc,
                            employers,
                            jobTitles,
                            keywords,
                            statements.knowledge(),
                            statements.skills(),
                            statements.behaviours(),
                            duties.duties(),
                            duties.options(),
                            List.of(),
                            list(PageHeading.RECOGNITION, false),
                            null,
                            list(PageHeading.QUALIFICATIONS, false),
                            null,
                            null,
                            null),
                    notes);
        }

        private @Nullable String reference() {
            PageSections.Fact fact = fact(PageSections.REFERENCE, true);
            return fact == null ? null : FieldRules.reference(fact.value(), fact.line(), problems);
        }

        private @Nullable Status status() {
            PageSections.Fact fact = fact(PageSections.STATUS, true);
            if (fact == null) {
                return null;
            }
            Status status = PageStatus.read(fact.value());
            if (status == null) {
                problems.add(fact.line(), "status", quoted(fact.value()) + " is not a status of the map");
            }
            return status;
        }

        private @Nullable Integer salary() {
            PageSections.Fact fact = fact(PageSections.SALARY, false);
            return fact == null ? null : PageFacts.salary(fact, problems);
        }

        private @Nullable Soc2020 soc() {
            PageSections.Fact code = fact(PageSections.SOC_CODE, false);
            Optional<PageSection> groups = page.first(PageHeading.SUB_UNIT_GROUPS);
            if (code == null) {
                groups.ifPresent(section ->
                        problems.add(section.line(), "soc2020", "Sub unit groups without a SOC 2020 code above them"));
                return null;
            }
            return PageFacts.soc(code, groups.map(PageSection::written).orElse(List.of()), problems);
        }

        private List<String> employers(boolean required) {
            List<PageSection> lists = page.all(PageHeading.EMPLOYERS);
            if (lists.isEmpty()) {
                missing(PageHeading.EMPLOYERS, required);
                return List.of();
            }
            List<String> employers = new ArrayList<>(names(lists.getFirst()));
            Set<String> others = new LinkedHashSet<>();
            lists.subList(1, lists.size()).forEach(list -> others.addAll(names(list)));
            others.removeAll(Set.copyOf(employers));
            employers.addAll(others);
            return checked(PageHeading.EMPLOYERS, lists.getFirst().line(), employers, required);
        }

        private static List<String> names(PageSection section) {
            List<String> names = new ArrayList<>();
            section.written().forEach(line -> names.addAll(CommaList.split(line.item())));
            return names;
        }

        private @Nullable String text(PageHeading heading, boolean required) {
            Optional<PageSection> section = page.first(heading);
            if (section.isEmpty()) {
                missing(heading, required);
                return null;
            }
            String text = section.get().paragraphs();
            if (text.isEmpty()) {
                empty(heading, section.get().line(), required);
                return null;
            }
            return FieldRules.upTo(
                    FieldRules.LIMITS.summary(), text, section.get().line(), heading.title(), problems);
        }

        private List<String> list(PageHeading heading, boolean required) {
            Optional<PageSection> section = page.first(heading);
            if (section.isEmpty()) {
                missing(heading, required);
                return List.of();
            }
            return checked(heading, section.get().line(), section.get().items(), required);
        }

        private List<String> checked(PageHeading heading, int line, List<String> items, boolean required) {
            if (items.isEmpty()) {
                empty(heading, line, required);
            }
            if (items.size() > FieldRules.LIMITS.lines()) {
                problems.add(
                        line,
                        heading.title(),
                        "At most " + FieldRules.LIMITS.lines() + " entries, not " + items.size());
            }
            items.stream()
                    .filter(item -> item.length() > FieldRules.LIMITS.line())
                    .forEach(item -> FieldRules.upTo(FieldRules.LIMITS.line(), item, line, heading.title(), problems));
            return items;
        }

        private void missing(PageHeading heading, boolean required) {
            if (required) {
                problems.add(
                        page.placeFor(heading),
                        heading.title(),
                        "The section " + quoted(heading.title()) + " is missing; it was looked for above this line");
            }
        }

        private void empty(PageHeading heading, int line, boolean required) {
            if (required) {
                problems.add(line, heading.title(), "Nothing stands under " + quoted(heading.title()));
            }
        }

        /** The fact of that name; said twice with different values, it is a problem. */
        private PageSections.@Nullable Fact fact(String name, boolean required) {
            List<PageSections.Fact> all = page.facts(name);
            if (all.isEmpty()) {
                if (required) {
                    problems.add(
                            page.placeFor(PageHeading.HEAD), name, "The line " + quoted(name + ": …") + " is missing");
                }
                return null;
            }
            PageSections.Fact first = all.getFirst();
            all.stream()
                    .skip(1)
                    .filter(other -> !other.value().equals(first.value()))
                    .forEach(other -> problems.add(
                            other.line(),
                            name,
                            quoted(other.value()) + " contradicts " + quoted(first.value()) + " in line "
                                    + first.line()));
            return first;
        }
    }
}

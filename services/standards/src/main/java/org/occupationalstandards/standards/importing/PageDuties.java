package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.folded;
import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Duty;
import org.occupationalstandards.contracts.Option;

/**
 * The duties of a page: what stands between one "Duty D1" and the next. Below its text a duty may list how it is measured
 * ("Criteria …"), which statements it needs ("KSBs": K1 K2 S1) and to which options it belongs ("Option: …").
 */
record PageDuties(List<Duty> duties, List<Option> options) {

    private static final Set<String> CRITERIA = Set.of(
            "criteria", "criteria for measuring performance", "performance criteria", "criteria for measurement");
    private static final Set<String> STATEMENTS = Set.of(
            "ksbs",
            "ksb",
            "knowledge",
            "skills",
            "behaviours",
            "behaviour",
            "knowledge, skills and behaviours",
            "knowledge, skills and behaviours (ksbs)",
            "mapped ksbs");
    private static final Pattern OPTION = Pattern.compile("options? ?:(.*)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> CORE = Set.of("(core)", "core", "core duty", "core: yes", "(core duty)");
    private static final Set<String> NOT_CORE =
            Set.of("(option)", "(optional)", "optional", "optional duty", "option duty", "core: no", "(option duty)");

    static PageDuties read(
            PageSections page, String reference, PageStatements statements, boolean required, Problems problems) {
        Reading reading = new Reading(reference, statements, problems);
        page.all(PageHeading.OPTIONS).forEach(section -> section.items().forEach(reading::listOption));
        List<PageSection> sections = page.all(PageHeading.DUTIES);
        sections.forEach(section -> section.lines().forEach(reading::take));
        reading.finish();
        if (required && reading.duties.isEmpty()) {
            problems.add(
                    sections.isEmpty()
                            ? page.placeFor(PageHeading.DUTIES)
                            : sections.getFirst().line(),
                    "Duties",
                    "The page has no duties (Duty D1 …)");
        }
        return new PageDuties(reading.duties, List.copyOf(reading.options.values()));
    }

    private enum Mode {
        TEXT,
        CRITERIA,
        STATEMENTS
    }

    private static final class Reading {

        private final String reference;
        private final PageStatements statements;
        private final Problems problems;
        private final Map<String, Option> options = new LinkedHashMap<>();
        private boolean optionsListed;
        private final List<Duty> duties = new ArrayList<>();
        private final Map<Integer, Integer> lines = new LinkedHashMap<>();
        private int last;

        private @Nullable DutyLabel open;
        private Mode mode = Mode.TEXT;
        private boolean core;
        private final StringBuilder text = new StringBuilder();
        private final List<String> criteria = new ArrayList<>();
        private final Set<UUID> mapped = new LinkedHashSet<>();
        private final Set<UUID> optionIds = new LinkedHashSet<>();

        Reading(String reference, PageStatements statements, Problems problems) {
            this.reference = reference;
            this.statements = statements;
            this.problems = problems;
        }

        void listOption(String title) {
            optionsListed = true;
            addOption(title);
        }

        void take(PageLine line) {
            Optional<DutyLabel> label = DutyLabel.read(line.text());
            if (label.isPresent()) {
                finish();
                open(label.get(), line.number());
            } else if (open != null) {
                add(line);
            }
        }

        private void open(DutyLabel label, int line) {
            open = label;
            Integer before = lines.putIfAbsent(label.position(), line);
            if (before != null) {
                problems.add(line, label.toString(), "Duty " + label + " stands twice: here and in line " + before);
            } else if (label.position() > last + 1) {
                problems.add(
                        line, label.toString(), "Duty " + label + " follows where duty D" + (last + 1) + " was due");
            } else if (label.position() <= last) {
                problems.add(line, label.toString(), "Duty " + label + " stands below duty D" + last);
            }
            last = Math.max(last, label.position());
            core = true;
            if (!label.text().isEmpty()) {
                add(new PageLine(line, label.text()));
            }
        }

        private void add(PageLine line) {
            if (line.blank()) {
                if (mode == Mode.TEXT) {
                    text.append('\n');
                }
                return;
            }
            String folded = folded(line.text());
            Matcher option = OPTION.matcher(line.text());
            if (CORE.contains(folded) || NOT_CORE.contains(folded)) {
                core = CORE.contains(folded);
            } else if (option.matches()) {
                CommaList.split(option.group(1)).forEach(title -> belongTo(title, line.number()));
            } else if (!takenAsSubheading(line, folded)) {
                addTo(mode, line);
            }
        }

        private boolean takenAsSubheading(PageLine line, String folded) {
            int colon = folded.indexOf(':');
            String name = colon < 0 ? folded : folded.substring(0, colon).strip();
            Mode named = CRITERIA.contains(name) ? Mode.CRITERIA : STATEMENTS.contains(name) ? Mode.STATEMENTS : null;
            if (named == null) {
                return false;
            }
            mode = named;
            String rest = colon < 0 ? "" : line.text().substring(colon + 1).strip();
            if (!rest.isEmpty()) {
                addTo(mode, new PageLine(line.number(), rest));
            }
            return true;
        }

        private void addTo(Mode mode, PageLine line) {
            List<StatementLabel> labels = StatementLabel.listed(line.item());
            if (!labels.isEmpty()) {
                labels.forEach(label -> map(label, line.number()));
                return;
            }
            switch (mode) {
                case TEXT -> text.append(line.text()).append('\n');
                case CRITERIA -> criteria.add(line.item());
                case STATEMENTS ->
                    StatementLabel.read(line.item())
                            .ifPresentOrElse(
                                    labelled -> map(labelled.label(), line.number()),
                                    () -> problems.add(
                                            line.number(),
                                            label(),
                                            "Among the statements of duty " + label() + " stands " + quoted(line.text())
                                                    + ", which is no label"));
            }
        }

        private void map(StatementLabel label, int line) {
            statements
                    .id(label)
                    .ifPresentOrElse(
                            mapped::add,
                            () -> problems.add(
                                    line,
                                    label(),
                                    "Duty " + label() + " names " + label + ", which the page does not have"));
        }

        private void belongTo(String title, int line) {
            core = false;
            if (optionsListed && !options.containsKey(folded(title))) {
                problems.add(
                        line,
                        label(),
                        "Duty " + label() + " names the option " + quoted(title) + ", which is not listed");
                return;
            }
            optionIds.add(addOption(title).id());
        }

        private Option addOption(String title) {
            return options.computeIfAbsent(
                    folded(title), key -> new Option(StableIds.of(reference, "O", options.size() + 1), title));
        }

        void finish() {
            if (open == null) {
                return;
            }
            String written = PlainText.paragraphs(text.toString());
            int line = lines.getOrDefault(open.position(), 0);
            if (written.isEmpty()) {
                problems.add(line, open.toString(), "Duty " + open + " says nothing");
            }
            FieldRules.upTo(FieldRules.LIMITS.statement(), written, line, open.toString(), problems);
            duties.add(new Duty(
                    StableIds.of(reference, "D", open.position()),
                    open.toString(),
                    written,
                    core,
                    criteria,
                    List.copyOf(mapped),
                    List.copyOf(optionIds)));
            open = null;
            mode = Mode.TEXT;
            text.setLength(0);
            criteria.clear();
            mapped.clear();
            optionIds.clear();
        }

        private String label() {
            return open == null ? "" : open.toString();
        }
    }
}

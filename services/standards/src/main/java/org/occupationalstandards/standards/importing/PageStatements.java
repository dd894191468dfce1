package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Statement;

/** The knowledge, skills and behaviours of a page. Labels of each kind have to run 1, 2, 3 … without a repeat or a gap. */
record PageStatements(List<Statement> knowledge, List<Statement> skills, List<Statement> behaviours) {

    private static final Map<String, String> KINDS = kinds();
    private static final Set<String> SUBHEADINGS = Set.of(
            "knowledge", "knowledge:", "skills", "skills:", "behaviours", "behaviours:", "behaviour", "behaviour:");

    private static final String BACK_LINK = "back to duty";

    /** The statement of that label, as duties name it. */
    Optional<UUID> id(StatementLabel label) {
        List<Statement> list = switch (label.kind()) {
            case "K" -> knowledge;
            case "S" -> skills;
            default -> behaviours;
        };
        return list.stream()
                .filter(each -> each.label().equals(label.toString()))
                .map(Statement::id)
                .findFirst();
    }

    static PageStatements read(
            PageSections page, String reference, boolean required, Problems problems, List<String> notes) {
        Reading reading = new Reading(reference, problems, notes);
        List<PageSection> sections = page.all(PageHeading.KSBS);
        sections.forEach(section -> section.lines().forEach(reading::take));
        reading.finish();
        if (required) {
            int line = sections.isEmpty()
                    ? page.placeFor(PageHeading.KSBS)
                    : sections.getFirst().line();
            KINDS.forEach((kind, name) -> {
                if (reading.of(kind).isEmpty()) {
                    problems.add(line, name, "The page has no " + name + " statements (" + kind + "1 …)");
                }
            });
        }
        return new PageStatements(reading.of("K"), reading.of("S"), reading.of("B"));
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("K", "knowledge");
        kinds.put("S", "skill");
        kinds.put("B", "behaviour");
        return kinds;
    }

    private static final class Reading {

        private final String reference;
        private final Problems problems;
        private final List<String> notes;
        private final Map<String, List<Statement>> read = new HashMap<>();
        private final Map<StatementLabel, Integer> lines = new HashMap<>();
        private final Map<String, Integer> last = new HashMap<>();
        private @Nullable StatementLabel open;
        private int openLine;
        private final StringBuilder text = new StringBuilder();
        private boolean afterBlank;

        Reading(String reference, Problems problems, List<String> notes) {
            this.reference = reference;
            this.problems = problems;
            this.notes = notes;
        }

        List<Statement> of(String kind) {
            return read.getOrDefault(kind, List.of());
        }

        void take(PageLine line) {
            if (line.blank()) {
                afterBlank = true;
                return;
            }
            String written = withoutBackLink(line.item());
            Optional<StatementLabel.Labelled> labelled = StatementLabel.read(written)
                    .or(() -> StatementLabel.readWithoutSign(written).filter(this::due));
            if (labelled.isPresent()) {
                finish();
                open(labelled.get(), line.number());
            } else if (!written.isEmpty() && !SUBHEADINGS.contains(PlainText.folded(written))) {
                goOn(line, written);
            }
            afterBlank = false;
        }

        /** A line without a label belongs to the statement above it, unless a blank line parts them. */
        private void goOn(PageLine line, String written) {
            if (open == null) {
                return;
            }
            if (afterBlank && !text.isEmpty() && !line.bulleted()) {
                notes.add("Line " + line.number() + " is part of no statement: " + quoted(written));
                return;
            }
            if (!text.isEmpty()) {
                text.append(line.bulleted() ? "\n• " : " ");
            }
            text.append(written);
        }

        private void open(StatementLabel.Labelled labelled, int line) {
            StatementLabel label = labelled.label();
            open = label;
            openLine = line;
            text.append(labelled.text());
            int due = last.getOrDefault(label.kind(), 0) + 1;
            Integer before = lines.putIfAbsent(label, line);
            if (before != null) {
                problems.add(line, label.toString(), label + " stands twice: here and in line " + before);
            } else if (label.position() > due) {
                problems.add(
                        line, label.toString(), label + " follows where " + missing(label.kind(), due, label) + " due");
            } else if (label.position() < due) {
                problems.add(line, label.toString(), label + " stands below " + label.kind() + (due - 1));
            }
            last.merge(label.kind(), label.position(), Math::max);
        }

        private static String missing(String kind, int due, StatementLabel label) {
            return due == label.position() - 1
                    ? kind + due + " was"
                    : kind + due + " to " + kind + (label.position() - 1) + " were";
        }

        void finish() {
            if (open == null) {
                return;
            }
            String statement = text.toString();
            if (statement.isEmpty()) {
                problems.add(openLine, open.toString(), open + " says nothing");
            }
            FieldRules.upTo(FieldRules.LIMITS.statement(), statement, openLine, open.toString(), problems);
            read.computeIfAbsent(open.kind(), kind -> new ArrayList<>())
                    .add(new Statement(
                            StableIds.of(reference, open.kind(), open.position()), open.toString(), statement));
            open = null;
            text.setLength(0);
        }

        private boolean due(StatementLabel.Labelled labelled) {
            return labelled.label().position()
                    == last.getOrDefault(labelled.label().kind(), 0) + 1;
        }

        private static String withoutBackLink(String written) {
            return PlainText.folded(written).endsWith(BACK_LINK)
                    ? written.substring(0, written.length() - BACK_LINK.length())
                            .strip()
                    : written;
        }
    }
}

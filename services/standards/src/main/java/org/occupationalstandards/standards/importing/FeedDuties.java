package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.occupationalstandards.contracts.Duty;
import org.occupationalstandards.contracts.Option;

/**
 * The duties and options of a record of the feed. Every link has to lead to something in the record: one that dangles
 * refuses it. Only where a record names options in its duties and lists none at all, as older records do, are they taken
 * by their ids and called Option 1, 2, 3 …, because their titles are not to be had.
 */
final class FeedDuties {

    /** What old records hold in place of duties. */
    private static final Set<String> PLACEHOLDERS = Set.of("", ".", "-", "n/a");

    private final String reference;
    private final FeedStatements statements;
    private final Problems problems;
    private final List<String> notes;
    private final Map<UUID, Option> options = new LinkedHashMap<>();
    private final List<Duty> duties = new ArrayList<>();
    private boolean optionsListed;

    FeedDuties(String reference, FeedStatements statements, Problems problems, List<String> notes) {
        this.reference = reference;
        this.statements = statements;
        this.problems = problems;
        this.notes = notes;
    }

    List<Option> options() {
        return List.copyOf(options.values());
    }

    List<Duty> read(FeedNode record) {
        List<FeedNode> listed = record.objects("options");
        optionsListed = !listed.isEmpty();
        listed.forEach(this::option);
        List<FeedNode> nodes = record.objects("duties");
        boolean placeholder = nodes.size() == 1
                && PLACEHOLDERS.contains(text(nodes.getFirst()))
                && links(nodes.getFirst()).isEmpty();
        if (!placeholder) {
            nodes.forEach(this::duty);
        }
        if (duties.size() > FieldRules.LIMITS.duties()) {
            problems.add(
                    record.line(),
                    record.pointer("duties"),
                    "At most " + FieldRules.LIMITS.duties() + " duties, not " + duties.size());
        }
        return duties;
    }

    private void option(FeedNode node) {
        String title = node.text("title", "optionTitle");
        String written = node.text("optionId", "id");
        UUID id = FeedStatements.uuid(written).orElse(null);
        if (title.isEmpty()) {
            problems.add(node.line(), node.pointer("title"), "The title of the option is missing");
        }
        FieldRules.upTo(FieldRules.LIMITS.title(), title, node.line(), node.pointer("title"), problems);
        if (options.values().stream().anyMatch(each -> each.title().equals(title))) {
            problems.add(node.line(), node.pointer("title"), quoted(title) + " is the title of another option too");
        }
        if (id == null && !written.isEmpty()) {
            problems.add(node.line(), node.pointer(), "An id is a UUID, not " + quoted(written));
        }
        UUID given = id == null ? StableIds.of(reference, "O", options.size() + 1) : id;
        options.put(statements.unique(given, node), new Option(given, title));
    }

    private void duty(FeedNode node) {
        int position = duties.size() + 1;
        String label = "D" + position;
        String text = text(node);
        if (text.isEmpty()) {
            problems.add(node.line(), node.pointer(), "Duty " + label + " says nothing");
        }
        FieldRules.upTo(FieldRules.LIMITS.statement(), text, node.line(), node.pointer(), problems);
        List<String> criteria = List.of(node.prose("criteriaForMeasuringPerformance", "criteria")
                        .split("\n+"))
                .stream()
                .map(line -> new PageLine(node.line(), line).item())
                .filter(line -> !line.isEmpty())
                .toList();
        Set<UUID> mapped = new LinkedHashSet<>();
        mapped.addAll(links(node, label, "K", "knowledge statements", "mappedKnowledge", "mappedKnowledges"));
        mapped.addAll(links(node, label, "S", "skills", "mappedSkills", "mappedSkill"));
        mapped.addAll(links(node, label, "B", "behaviours", "mappedBehaviour", "mappedBehaviours"));
        if (mapped.isEmpty() && problems.none()) {
            notes.add("Duty " + label + " is mapped to no statement");
        }
        duties.add(new Duty(
                id(node, position), label, text, core(node), criteria, List.copyOf(mapped), options(node, label)));
    }

    private static String text(FeedNode node) {
        return node.prose("dutyDetail", "text", "detail");
    }

    private static List<String> links(FeedNode node) {
        List<String> links = new ArrayList<>(node.lines("mappedKnowledge"));
        links.addAll(node.lines("mappedSkills"));
        links.addAll(node.lines("mappedBehaviour", "mappedBehaviours"));
        return links;
    }

    private UUID id(FeedNode node, int position) {
        String written = node.text("dutyID", "dutyId", "id");
        UUID id = FeedStatements.uuid(written).orElse(null);
        if (id == null && !written.isEmpty()) {
            problems.add(node.line(), node.pointer(), "An id is a UUID, not " + quoted(written));
        }
        return statements.unique(id == null ? StableIds.of(reference, "D", position) : id, node);
    }

    private boolean core(FeedNode node) {
        String written = node.text("isThisACoreDuty", "core");
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "", "1", "true", "yes" -> true;
            case "0", "false", "no" -> false;
            default -> {
                problems.add(
                        node.line(), node.pointer("isThisACoreDuty"), "1 or 0 is expected, not " + quoted(written));
                yield true;
            }
        };
    }

    private List<UUID> links(FeedNode node, String label, String kind, String what, String... names) {
        List<UUID> found = new ArrayList<>();
        List<String> dangling = new ArrayList<>();
        for (String link : node.lines(names)) {
            statements.linked(link).ifPresentOrElse(found::add, () -> dangling.add(link));
        }
        if (!dangling.isEmpty()) {
            problems.add(
                    node.line(),
                    node.pointer(names),
                    "Duty " + label + " is mapped to " + dangling.size() + " " + what
                            + " that the record does not have: " + String.join(", ", dangling));
        }
        long ofOtherKind =
                found.stream().filter(id -> !statements.kindOf(id).equals(kind)).count();
        if (ofOtherKind > 0) {
            notes.add("Duty " + label + " names " + ofOtherKind + " statements of another kind among its " + what);
        }
        return found;
    }

    private List<UUID> options(FeedNode node, String label) {
        Set<UUID> found = new LinkedHashSet<>();
        List<String> dangling = new ArrayList<>();
        for (String link : node.lines("mappedOptions", "options")) {
            UUID id = FeedStatements.uuid(link).orElse(null);
            if (id != null && !optionsListed && !options.containsKey(id)) {
                options.put(statements.unique(id, node), new Option(id, "Option " + (options.size() + 1)));
                notes.add("The record does not say what the option " + id + " is called; it is called Option "
                        + options.size());
            }
            if (id != null && options.containsKey(id)) {
                found.add(id);
            } else {
                dangling.add(link);
            }
        }
        if (!dangling.isEmpty()) {
            problems.add(
                    node.line(),
                    node.pointer("mappedOptions"),
                    "Duty " + label + " belongs to " + dangling.size() + " options that the record does not have: "
                            + String.join(", ", dangling));
        }
        return List.copyOf(found);
    }
}

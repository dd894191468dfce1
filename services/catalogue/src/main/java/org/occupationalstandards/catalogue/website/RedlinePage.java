package org.occupationalstandards.catalogue.website;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Wording.Fate;
import org.occupationalstandards.catalogue.entry.Wording.Piece;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeKind;
import org.occupationalstandards.contracts.ChangePart;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Statement;

/**
 * The differences between two versions for people: grouped as the occupation's page is, word by word.
 *
 * @param relabelled statements that stayed as they were and only bear another label
 */
record RedlinePage(
        String reference,
        String title,
        String from,
        String to,
        String summary,
        List<Group> groups,
        List<Relabelled> relabelled) {

    record Group(String name, List<Entry> entries) {}

    /** @param what such as “K3 reworded” */
    record Entry(String what, List<Piece> pieces) {}

    record Relabelled(String before, String after, String text) {}

    static RedlinePage of(Occupation before, Occupation after, List<Change> changes) {
        Map<String, String> labels = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Occupation occupation : List.of(before, after)) {
            statements(occupation).forEach(statement -> {
                labels.put(statement.id().toString(), statement.label());
                texts.put(statement.id().toString(), statement.text());
            });
            occupation.duties().forEach(duty -> {
                labels.put(duty.id().toString(), duty.label());
                texts.put(duty.id().toString(), duty.text());
            });
            occupation.options().forEach(option -> labels.put(option.id().toString(), "“" + option.title() + "”"));
        }
        Map<ChangePart, List<Entry>> entries = new EnumMap<>(ChangePart.class);
        for (Change change : changes)
            entries.computeIfAbsent(place(change), part -> new ArrayList<>()).add(entry(change, labels, texts));
        return new RedlinePage(
                after.reference(),
                after.title(),
                before.version(),
                after.version(),
                Wording.count(changes.size(), "difference", "differences"),
                entries.entrySet().stream()
                        .map(group -> new Group(name(group.getKey()), List.copyOf(group.getValue())))
                        .toList(),
                relabelled(before, after));
    }

    /** What a duty needs, and which options it belongs to, is told where the duty is. */
    private static ChangePart place(Change change) {
        return change.kind() == ChangeKind.MAPPED || change.kind() == ChangeKind.UNMAPPED
                ? ChangePart.DUTY
                : change.part();
    }

    private static Entry entry(Change change, Map<String, String> labels, Map<String, String> texts) {
        String name = named(change, labels);
        return switch (change.kind()) {
            case ADDED -> new Entry(name + " added", pieces(Fate.INSERTED, change.after()));
            case REMOVED -> new Entry(name + " removed", pieces(Fate.DELETED, change.before()));
            case REWORDED -> new Entry(name + " reworded", difference(change));
            case MOVED -> new Entry(moved(change, name), pieces(Fate.SAME, wording(change, texts)));
            case CHANGED -> new Entry(name + " changed", difference(change));
            case MAPPED -> new Entry(name, pieces(Fate.INSERTED, "needs " + mapped(change, change.after(), labels)));
            case UNMAPPED -> new Entry(name, pieces(Fate.DELETED, "needs " + mapped(change, change.before(), labels)));
        };
    }

    private static String named(Change change, Map<String, String> labels) {
        String before = change.labelBefore();
        String after = change.labelAfter();
        String field = change.field();
        boolean mapping = change.kind() == ChangeKind.MAPPED || change.kind() == ChangeKind.UNMAPPED;
        if (change.part() == ChangePart.FIELD) return field == null ? "The standard" : words(field);
        if (change.part() == ChangePart.OPTION && !mapping) return "Option";
        if (change.part() == ChangePart.PROGRESSION && field != null) return "Progression to " + field;
        String label = Stream.of(after, before)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> change.id() == null
                        ? name(change.part())
                        : labels.getOrDefault(change.id().toString(), name(change.part())));
        if (before != null && after != null && !before.equals(after) && change.kind() != ChangeKind.MOVED)
            label = after + " (was " + before + ")";
        return field == null || mapping ? label : label + ", " + words(field).toLowerCase(Locale.UK);
    }

    private static String moved(Change change, String name) {
        return change.labelBefore() == null || change.part() == ChangePart.FIELD
                ? name + " moved"
                : name + " moved, was " + change.labelBefore();
    }

    private static @Nullable String wording(Change change, Map<String, String> texts) {
        if (change.after() != null) return change.after();
        UUID id = change.id();
        return id == null ? null : texts.get(id.toString());
    }

    /** The label tells people more than the id, which is what programs get. */
    private static String mapped(Change change, @Nullable String label, Map<String, String> labels) {
        if (label != null) return label;
        String id = change.field();
        return id == null ? "" : labels.getOrDefault(id, id);
    }

    private static List<Piece> pieces(Fate fate, @Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(new Piece(fate, text));
    }

    private static List<Piece> difference(Change change) {
        return org.occupationalstandards.catalogue.entry.Wording.between(
                said(change.field(), change.before()), said(change.field(), change.after()));
    }

    private static String said(@Nullable String field, @Nullable String value) {
        if (value == null) return "";
        return "medianSalary".equals(field) && value.matches("\\d{1,9}")
                ? Wording.pounds(Integer.parseInt(value))
                : value;
    }

    private static List<Relabelled> relabelled(Occupation before, Occupation after) {
        Map<UUID, Statement> old = new HashMap<>();
        statements(before).forEach(statement -> old.put(statement.id(), statement));
        return statements(after)
                .filter(statement -> {
                    Statement was = old.get(statement.id());
                    return was != null && !was.label().equals(statement.label());
                })
                .map(statement -> new Relabelled(
                        Objects.requireNonNull(old.get(statement.id())).label(), statement.label(), statement.text()))
                .toList();
    }

    private static Stream<Statement> statements(Occupation occupation) {
        return Stream.of(occupation.knowledge(), occupation.skills(), occupation.behaviours())
                .flatMap(List::stream);
    }

    private static String name(ChangePart part) {
        return switch (part) {
            case FIELD -> "About the occupation";
            case KNOWLEDGE -> "Knowledge";
            case SKILL -> "Skills";
            case BEHAVIOUR -> "Behaviours";
            case DUTY -> "Duties";
            case OPTION -> "Options";
            case PRODUCT -> "Products";
            case PROGRESSION -> "Progression";
        };
    }

    /** {@code typicalJobTitles} reads “Typical job titles”. */
    private static String words(String field) {
        String words = field.replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ").toLowerCase(Locale.UK);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

package org.occupationalstandards.standards.lifecycle.content;

import static org.occupationalstandards.standards.lifecycle.content.Change.Kind.ADDED;
import static org.occupationalstandards.standards.lifecycle.content.Change.Kind.CHANGED;
import static org.occupationalstandards.standards.lifecycle.content.Change.Kind.MAPPED;
import static org.occupationalstandards.standards.lifecycle.content.Change.Kind.MOVED;
import static org.occupationalstandards.standards.lifecycle.content.Change.Kind.REMOVED;
import static org.occupationalstandards.standards.lifecycle.content.Change.Kind.REWORDED;
import static org.occupationalstandards.standards.lifecycle.content.Change.Kind.UNMAPPED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change.Part;

/**
 * The semantic difference between two contents: statements, duties and options are matched by id, never by label or
 * wording. {@code apply(between(a, b), a)} is {@code b}, order included, and the difference of equals is empty.
 */
public final class ContentDiff {

    private final Content before;
    private final Content after;
    private final List<Change> changes = new ArrayList<>();

    /** What has to happen to {@code before} to make it {@code after}. */
    public static List<Change> between(Content before, Content after) {
        return before.equals(after) ? List.of() : new ContentDiff(before, after).find();
    }

    /** The content after these changes. */
    public static Content apply(List<Change> changes, Content before) {
        return new WorkingCopy(before).with(changes).content();
    }

    /**
     * Statements, duties and options that are in both contents under another label, most of them because something
     * before them came or went: id → [label before, label after], in the order of the second content.
     */
    public static Map<UUID, List<String>> relabelled(Content before, Content after) {
        Map<UUID, String> old = labels(before);
        Map<UUID, List<String>> relabelled = new LinkedHashMap<>();
        labels(after).forEach((id, label) -> {
            String was = old.get(id);
            if (was != null && !was.equals(label)) {
                relabelled.put(id, List.of(was, label));
            }
        });
        return relabelled;
    }

    /** The label of every statement, duty and option of a content: K1, S1, B1, D1, O1. */
    public static Map<UUID, String> labels(Content content) {
        Map<UUID, String> labels = new LinkedHashMap<>();
        label(labels, Part.KNOWLEDGE, ids(content.knowledge(), Statement::id));
        label(labels, Part.SKILL, ids(content.skills(), Statement::id));
        label(labels, Part.BEHAVIOUR, ids(content.behaviours(), Statement::id));
        label(labels, Part.DUTY, ids(content.duties(), Duty::id));
        label(labels, Part.OPTION, ids(content.options(), Option::id));
        return labels;
    }

    /** The names that changes and comments have for fields and lists. */
    public static List<String> fields() {
        return Stream.concat(
                        Arrays.stream(TextField.values()).map(TextField::fieldName),
                        Arrays.stream(ListField.values()).map(ListField::fieldName))
                .toList();
    }

    private ContentDiff(Content before, Content after) {
        this.before = before;
        this.after = after;
    }

    private List<Change> find() {
        for (TextField field : TextField.values()) {
            field(field.fieldName(), field.of(before), field.of(after));
        }
        for (ListField field : ListField.values()) {
            lines(Part.FIELD, null, field.fieldName(), field.of(before), field.of(after));
        }
        things(Part.OPTION, before.options(), after.options(), Option::id, Option::title);
        things(Part.KNOWLEDGE, before.knowledge(), after.knowledge(), Statement::id, Statement::text);
        things(Part.SKILL, before.skills(), after.skills(), Statement::id, Statement::text);
        things(Part.BEHAVIOUR, before.behaviours(), after.behaviours(), Statement::id, Statement::text);
        things(Part.DUTY, before.duties(), after.duties(), Duty::id, Duty::text);
        insideDuties();
        return List.copyOf(changes);
    }

    private void field(String name, @Nullable String was, @Nullable String is) {
        if (!Objects.equals(was, is)) {
            changes.add(new Change(CHANGED, Part.FIELD, null, name, null, null, was, is));
        }
    }

    private void lines(Part part, @Nullable UUID id, String name, List<String> before, List<String> after) {
        if (before.equals(after)) {
            return;
        }
        List<Line> was = Line.of(before);
        var rearrangement = Rearrangement.between(was, Line.of(after));
        for (int i = 0; i < was.size(); i++) {
            if (rearrangement.gone().contains(was.get(i))) {
                String line = was.get(i).text();
                changes.add(new Change(REMOVED, part, id, name, Part.FIELD.label(i), null, line, null));
            }
        }
        rearrangement.placed().forEach((position, line) -> {
            int old = was.indexOf(line);
            String label = Part.FIELD.label(position);
            changes.add(
                    old < 0
                            ? new Change(ADDED, part, id, name, null, label, null, line.text())
                            : new Change(
                                    MOVED, part, id, name, Part.FIELD.label(old), label, line.text(), line.text()));
        });
    }

    private <T> void things(Part part, List<T> was, List<T> is, Function<T, UUID> id, Function<T, String> text) {
        if (was.equals(is)) {
            return;
        }
        Map<UUID, String> oldTexts = new HashMap<>();
        was.forEach(thing -> oldTexts.put(id.apply(thing), text.apply(thing)));
        List<UUID> oldIds = ids(was, id);
        List<UUID> newIds = ids(is, id);
        Map<UUID, Integer> oldPlaces = Texts.places(oldIds);
        var rearrangement = Rearrangement.between(oldIds, newIds);
        for (int i = 0; i < was.size(); i++) {
            if (rearrangement.gone().contains(oldIds.get(i))) {
                changes.add(new Change(
                        REMOVED, part, oldIds.get(i), null, part.label(i), null, text.apply(was.get(i)), null));
            }
        }
        for (int i = 0; i < is.size(); i++) {
            UUID thing = newIds.get(i);
            String wording = text.apply(is.get(i));
            String oldWording = oldTexts.get(thing);
            if (oldWording == null) {
                changes.add(new Change(ADDED, part, thing, null, null, part.label(i), null, wording));
                continue;
            }
            boolean moved = rearrangement.placed().containsKey(i);
            if (!moved && oldWording.equals(wording)) {
                continue;
            }
            String label = part.label(i);
            String oldLabel = part.label(Objects.requireNonNull(oldPlaces.get(thing)));
            if (moved) {
                changes.add(new Change(MOVED, part, thing, null, oldLabel, label, null, null));
            }
            if (!oldWording.equals(wording)) {
                changes.add(new Change(REWORDED, part, thing, null, oldLabel, label, oldWording, wording));
            }
        }
    }

    private void insideDuties() {
        if (before.duties().equals(after.duties())) {
            return;
        }
        Map<UUID, String> oldLabels = labels(before);
        Map<UUID, String> newLabels = labels(after);
        Map<UUID, Duty> oldDuties = new HashMap<>();
        before.duties().forEach(duty -> oldDuties.put(duty.id(), duty));
        for (Duty duty : after.duties()) {
            Duty old = oldDuties.getOrDefault(duty.id(), WorkingCopy.newDuty(duty.id()));
            String oldLabel = oldDuties.containsKey(duty.id()) ? oldLabels.get(duty.id()) : null;
            String label = newLabels.get(duty.id());
            if (old.core() != duty.core()) {
                changes.add(new Change(
                        CHANGED,
                        Part.DUTY,
                        duty.id(),
                        WorkingCopy.CORE,
                        oldLabel,
                        label,
                        Boolean.toString(old.core()),
                        Boolean.toString(duty.core())));
            }
            lines(Part.DUTY, duty.id(), WorkingCopy.CRITERIA, old.criteria(), duty.criteria());
            mapping(Part.DUTY, duty.id(), oldLabel, label, old.ksbs(), duty.ksbs(), oldLabels, newLabels);
            mapping(Part.OPTION, duty.id(), oldLabel, label, old.options(), duty.options(), oldLabels, newLabels);
        }
    }

    private void mapping(
            Part part,
            UUID duty,
            @Nullable String oldLabel,
            @Nullable String label,
            List<UUID> was,
            List<UUID> is,
            Map<UUID, String> oldLabels,
            Map<UUID, String> newLabels) {
        for (UUID id : was) {
            if (!is.contains(id)) {
                changes.add(new Change(UNMAPPED, part, duty, id.toString(), oldLabel, label, oldLabels.get(id), null));
            }
        }
        for (UUID id : is) {
            if (!was.contains(id)) {
                changes.add(new Change(MAPPED, part, duty, id.toString(), oldLabel, label, null, newLabels.get(id)));
            }
        }
    }

    private static void label(Map<UUID, String> labels, Part part, List<UUID> ids) {
        for (int i = 0; i < ids.size(); i++) {
            labels.putIfAbsent(ids.get(i), part.label(i));
        }
    }

    private static <T> List<UUID> ids(List<T> things, Function<T, UUID> id) {
        return things.stream().map(id).toList();
    }
}

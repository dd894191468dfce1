package org.occupationalstandards.standards.lifecycle.content;

import static org.occupationalstandards.standards.lifecycle.content.Change.Kind.MAPPED;
import static org.occupationalstandards.standards.lifecycle.content.Change.Kind.UNMAPPED;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change.Part;

/**
 * A content taken apart, so that changes can be applied to it; put together again by {@link #content}. Most changes touch a
 * single part: the others stay in one piece.
 */
final class WorkingCopy {

    static final String CORE = "core";
    static final String CRITERIA = "criteria";

    private final Content before;
    private final Map<TextField, @Nullable String> texts = new EnumMap<>(TextField.class);
    private final Map<ListField, Lines> lists = new EnumMap<>(ListField.class);
    private final Map<Part, Order<UUID>> order = new EnumMap<>(Part.class);
    private final Map<Part, Map<UUID, String>> wording = new EnumMap<>(Part.class);
    private final Map<UUID, Boolean> core = new HashMap<>();
    private final Map<UUID, Lines> criteria = new HashMap<>();
    private final Map<UUID, Set<UUID>> ksbs = new HashMap<>();
    private final Map<UUID, Set<UUID>> options = new HashMap<>();

    /** What a duty is before anything is said about it. */
    static Duty newDuty(UUID id) {
        return new Duty(id, "", true, List.of(), List.of(), List.of());
    }

    WorkingCopy(Content before) {
        this.before = before;
    }

    WorkingCopy with(List<Change> changes) {
        for (Change change : changes) {
            if (change.kind() == MAPPED || change.kind() == UNMAPPED) {
                map(change);
            } else if (change.part() == Part.FIELD) {
                field(change);
            } else if (change.field() != null) {
                insideDuty(change, change.field());
            } else {
                thing(change);
            }
        }
        return this;
    }

    Content content() {
        return new Content(
                text(TextField.TITLE),
                text(TextField.OVERVIEW),
                text(TextField.SUMMARY),
                salary(text(TextField.MEDIAN_SALARY)),
                soc(),
                list(ListField.EMPLOYERS),
                list(ListField.TYPICAL_JOB_TITLES),
                list(ListField.GREEN_JOB_TITLES),
                list(ListField.KEYWORDS),
                things(Part.KNOWLEDGE, before.knowledge(), this::statement),
                things(Part.SKILL, before.skills(), this::statement),
                things(Part.BEHAVIOUR, before.behaviours(), this::statement),
                things(Part.DUTY, before.duties(), (part, id) -> duty(id)),
                things(
                        Part.OPTION,
                        before.options(),
                        (part, id) -> new Option(id, wordingOf(part).get(id))),
                list(ListField.PROFESSIONAL_RECOGNITION),
                text(TextField.REGULATED_BY),
                list(ListField.MANDATORY_QUALIFICATIONS));
    }

    private void field(Change change) {
        TextField text = TextField.named(change.field());
        if (text != null) {
            texts.put(text, change.after());
            return;
        }
        ListField list = ListField.named(change.field());
        if (list != null) {
            linesOf(list).note(change);
        }
    }

    private void thing(Change change) {
        UUID id = Objects.requireNonNull(change.id());
        apart(change.part()).note(change, id, change.part());
        switch (change.kind()) {
            case ADDED -> {
                wordingOf(change.part()).put(id, Objects.requireNonNullElse(change.after(), ""));
                if (change.part() == Part.DUTY) {
                    takeInside(newDuty(id));
                }
            }
            case REWORDED -> wordingOf(change.part()).put(id, Objects.requireNonNullElse(change.after(), ""));
            case REMOVED -> wordingOf(change.part()).remove(id);
            case MOVED, CHANGED, MAPPED, UNMAPPED -> {}
        }
    }

    private void insideDuty(Change change, String field) {
        UUID duty = Objects.requireNonNull(change.id());
        apart(Part.DUTY);
        if (field.equals(CORE)) {
            core.put(duty, Boolean.parseBoolean(change.after()));
        } else if (field.equals(CRITERIA)) {
            criteria.computeIfAbsent(duty, id -> new Lines(List.of())).note(change);
        }
    }

    private void map(Change change) {
        UUID duty = Objects.requireNonNull(change.id());
        apart(Part.DUTY);
        UUID target = UUID.fromString(Objects.requireNonNull(change.field()));
        Set<UUID> mapped = (change.part() == Part.OPTION ? options : ksbs).computeIfAbsent(duty, id -> new HashSet<>());
        if (change.kind() == MAPPED) {
            mapped.add(target);
        } else {
            mapped.remove(target);
        }
    }

    /** The order of a part that something is said about, with all that it holds. */
    private Order<UUID> apart(Part part) {
        Order<UUID> known = order.get(part);
        if (known == null) {
            known = new Order<>(take(part));
            order.put(part, known);
        }
        return known;
    }

    private List<UUID> take(Part part) {
        return switch (part) {
            case KNOWLEDGE -> take(part, before.knowledge(), Statement::id, Statement::text);
            case SKILL -> take(part, before.skills(), Statement::id, Statement::text);
            case BEHAVIOUR -> take(part, before.behaviours(), Statement::id, Statement::text);
            case OPTION -> take(part, before.options(), Option::id, Option::title);
            case DUTY -> {
                before.duties().forEach(this::takeInside);
                yield take(part, before.duties(), Duty::id, Duty::text);
            }
            case FIELD -> List.of();
        };
    }

    private <T> List<UUID> take(Part part, List<T> things, Function<T, UUID> id, Function<T, String> text) {
        things.forEach(thing -> wordingOf(part).put(id.apply(thing), text.apply(thing)));
        return things.stream().map(id).toList();
    }

    private void takeInside(Duty duty) {
        core.put(duty.id(), duty.core());
        criteria.put(duty.id(), new Lines(duty.criteria()));
        ksbs.put(duty.id(), new HashSet<>(duty.ksbs()));
        options.put(duty.id(), new HashSet<>(duty.options()));
    }

    private Map<UUID, String> wordingOf(Part part) {
        return wording.computeIfAbsent(part, key -> new HashMap<>());
    }

    private Lines linesOf(ListField field) {
        return lists.computeIfAbsent(field, key -> new Lines(key.of(before)));
    }

    private List<String> list(ListField field) {
        return lists.containsKey(field) ? linesOf(field).now() : field.of(before);
    }

    private @Nullable String text(TextField field) {
        return texts.containsKey(field) ? texts.get(field) : field.of(before);
    }

    private <T> List<T> things(Part part, List<T> unchanged, BiFunction<Part, UUID, T> made) {
        Order<UUID> changed = order.get(part);
        return changed == null
                ? unchanged
                : changed.now().stream().map(id -> made.apply(part, id)).toList();
    }

    private Statement statement(Part part, UUID id) {
        return new Statement(id, wordingOf(part).get(id));
    }

    private Duty duty(UUID id) {
        return new Duty(
                id,
                wordingOf(Part.DUTY).get(id),
                core.getOrDefault(id, true),
                criteria.getOrDefault(id, new Lines(List.of())).now(),
                List.copyOf(ksbs.getOrDefault(id, Set.of())),
                List.copyOf(options.getOrDefault(id, Set.of())));
    }

    private @Nullable Soc2020 soc() {
        String code = text(TextField.SOC_CODE);
        return code == null
                ? null
                : new Soc2020(
                        code,
                        text(TextField.SOC_TITLE),
                        list(ListField.SUB_UNIT_GROUPS).stream()
                                .map(ListField::subUnitGroup)
                                .toList());
    }

    private static @Nullable Integer salary(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    /** A list of distinct things as it was, and what changes have said about it so far. */
    private static final class Order<K> {
        private final List<K> before;
        private final Set<K> gone = new HashSet<>();
        private final TreeMap<Integer, K> placed = new TreeMap<>();

        Order(List<K> before) {
            this.before = List.copyOf(before);
        }

        void note(Change change, K thing, Part labelled) {
            switch (change.kind()) {
                case REMOVED -> gone.add(thing);
                case ADDED, MOVED -> placed.put(labelled.position(Objects.requireNonNull(change.labelAfter())), thing);
                case REWORDED, CHANGED, MAPPED, UNMAPPED -> {}
            }
        }

        List<K> now() {
            return new Rearrangement<>(gone, placed).applyTo(before);
        }
    }

    /** A list of lines, told apart by where they stood: the same line may stand there twice. */
    private static final class Lines {
        private final List<Line> before;
        private final Order<Line> order;
        private int added;

        Lines(List<String> before) {
            this.before = Line.of(before);
            this.order = new Order<>(this.before);
        }

        void note(Change change) {
            if (change.labelBefore() == null) {
                added++;
                order.note(change, new Line(Objects.requireNonNullElse(change.after(), ""), -added), Part.FIELD);
            } else {
                order.note(change, before.get(Part.FIELD.position(change.labelBefore())), Part.FIELD);
            }
        }

        List<String> now() {
            return order.now().stream().map(Line::text).toList();
        }
    }
}

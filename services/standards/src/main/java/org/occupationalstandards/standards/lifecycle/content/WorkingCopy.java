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
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change.Part;

/** A content taken apart, so that changes can be applied to it; put together again by {@link #content}. */
final class WorkingCopy {

    static final String CORE = "core";
    static final String CRITERIA = "criteria";

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

    WorkingCopy(Content content) {
        for (TextField field : TextField.values()) {
            texts.put(field, field.of(content));
        }
        for (ListField field : ListField.values()) {
            lists.put(field, new Lines(field.of(content)));
        }
        takeStatements(Part.KNOWLEDGE, content.knowledge());
        takeStatements(Part.SKILL, content.skills());
        takeStatements(Part.BEHAVIOUR, content.behaviours());
        order.put(
                Part.OPTION,
                new Order<>(content.options().stream().map(Option::id).toList()));
        content.options().forEach(option -> wordingOf(Part.OPTION).put(option.id(), option.title()));
        order.put(Part.DUTY, new Order<>(content.duties().stream().map(Duty::id).toList()));
        content.duties().forEach(duty -> {
            wordingOf(Part.DUTY).put(duty.id(), duty.text());
            takeInside(duty);
        });
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
                texts.get(TextField.TITLE),
                texts.get(TextField.OVERVIEW),
                texts.get(TextField.SUMMARY),
                salary(texts.get(TextField.MEDIAN_SALARY)),
                soc(),
                list(ListField.EMPLOYERS),
                list(ListField.TYPICAL_JOB_TITLES),
                list(ListField.GREEN_JOB_TITLES),
                list(ListField.KEYWORDS),
                statements(Part.KNOWLEDGE),
                statements(Part.SKILL),
                statements(Part.BEHAVIOUR),
                idsOf(Part.DUTY).stream().map(this::duty).toList(),
                idsOf(Part.OPTION).stream()
                        .map(id -> new Option(id, wordingOf(Part.OPTION).get(id)))
                        .toList(),
                list(ListField.PROFESSIONAL_RECOGNITION),
                texts.get(TextField.REGULATED_BY),
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
        order.computeIfAbsent(change.part(), part -> new Order<>(List.of())).note(change, id, change.part());
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
        if (field.equals(CORE)) {
            core.put(duty, Boolean.parseBoolean(change.after()));
        } else if (field.equals(CRITERIA)) {
            criteria.computeIfAbsent(duty, id -> new Lines(List.of())).note(change);
        }
    }

    private void map(Change change) {
        UUID duty = Objects.requireNonNull(change.id());
        UUID target = UUID.fromString(Objects.requireNonNull(change.field()));
        Set<UUID> mapped = (change.part() == Part.OPTION ? options : ksbs).computeIfAbsent(duty, id -> new HashSet<>());
        if (change.kind() == MAPPED) {
            mapped.add(target);
        } else {
            mapped.remove(target);
        }
    }

    private void takeStatements(Part part, List<Statement> statements) {
        order.put(part, new Order<>(statements.stream().map(Statement::id).toList()));
        statements.forEach(statement -> wordingOf(part).put(statement.id(), statement.text()));
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
        return lists.computeIfAbsent(field, key -> new Lines(List.of()));
    }

    private List<String> list(ListField field) {
        return linesOf(field).now();
    }

    private List<UUID> idsOf(Part part) {
        return order.computeIfAbsent(part, key -> new Order<>(List.of())).now();
    }

    private List<Statement> statements(Part part) {
        return idsOf(part).stream()
                .map(id -> new Statement(id, wordingOf(part).get(id)))
                .toList();
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
        String code = texts.get(TextField.SOC_CODE);
        return code == null
                ? null
                : new Soc2020(
                        code,
                        texts.get(TextField.SOC_TITLE),
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

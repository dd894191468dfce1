package org.occupationalstandards.standards.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.standards.api.DraftDocument.DutyEntry;
import org.occupationalstandards.standards.api.DraftDocument.OptionEntry;
import org.occupationalstandards.standards.api.DraftDocument.StatementEntry;
import org.occupationalstandards.standards.lifecycle.content.Change.Part;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Duty;
import org.occupationalstandards.standards.lifecycle.content.Option;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/**
 * Makes a content of a draft document: gives ids where there are none, and finds what the duties refer to. A text that the
 * draft has already keeps its id; so a document without any ids, sent twice, changes nothing the second time.
 */
final class DraftReading {

    private final Content current;
    private final List<Fault> faults = new ArrayList<>();

    /** What a duty may name: the id itself, and the label that goes with it in this document. */
    private final Map<String, UUID> ksbs = new HashMap<>();

    private final Map<String, UUID> options = new HashMap<>();

    private DraftReading(Content current) {
        this.current = current;
    }

    /** @param faults references that lead nowhere; the content is without them */
    record Result(Content content, List<Fault> faults) {}

    static Result of(DraftDocument document, Content current) {
        var reading = new DraftReading(current);
        var content = reading.content(document);
        return new Result(content, List.copyOf(reading.faults));
    }

    private Content content(DraftDocument document) {
        var knowledge = statements(Part.KNOWLEDGE, "knowledge", list(document.knowledge()), current.knowledge());
        var skills = statements(Part.SKILL, "skills", list(document.skills()), current.skills());
        var behaviours = statements(Part.BEHAVIOUR, "behaviours", list(document.behaviours()), current.behaviours());
        var named = options(list(document.options()));
        var duties = duties(list(document.duties()));
        return new Content(
                document.title(),
                document.overview(),
                document.summary(),
                document.medianSalary(),
                document.soc2020(),
                document.employers(),
                document.typicalJobTitles(),
                document.greenJobTitles(),
                document.keywords(),
                knowledge,
                skills,
                behaviours,
                duties,
                named,
                document.professionalRecognition(),
                document.regulatedBy(),
                document.mandatoryQualifications());
    }

    private List<Statement> statements(Part part, String field, List<StatementEntry> entries, List<Statement> before) {
        var ids = new Ids<>(before, Statement::id, Statement::text);
        entries.forEach(entry -> ids.taken(entry.id()));
        var statements = new ArrayList<Statement>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var statement = new Statement(ids.of(entry.id(), entry.text()), entry.text());
            statements.add(statement);
            name(ksbs, entry.label(), part.label(i), statement.id(), "/" + field + "/" + i + "/label");
        }
        return statements;
    }

    private List<Option> options(List<OptionEntry> entries) {
        var ids = new Ids<>(current.options(), Option::id, Option::title);
        entries.forEach(entry -> ids.taken(entry.id()));
        var named = new ArrayList<Option>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var option = new Option(ids.of(entry.id(), entry.title()), entry.title());
            named.add(option);
            name(options, entry.label(), Part.OPTION.label(i), option.id(), "/options/" + i + "/label");
        }
        return named;
    }

    private List<Duty> duties(List<DutyEntry> entries) {
        var ids = new Ids<>(current.duties(), Duty::id, Duty::text);
        entries.forEach(entry -> ids.taken(entry.id()));
        var duties = new ArrayList<Duty>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            duties.add(new Duty(
                    ids.of(entry.id(), entry.text()),
                    entry.text(),
                    entry.core() == null || entry.core(),
                    entry.criteria(),
                    references(ksbs, list(entry.ksbs()), "/duties/" + i + "/ksbs", "knowledge, skill or behaviour"),
                    references(options, list(entry.options()), "/duties/" + i + "/options", "option")));
        }
        return duties;
    }

    /** The label that the sender gave counts, else the one that the place gives. */
    private void name(Map<String, UUID> names, @Nullable String given, String byPlace, UUID id, String pointer) {
        names.put(id.toString(), id);
        var label = given == null ? byPlace : given.strip();
        var other = names.put(label, id);
        if (other != null && !other.equals(id)) {
            faults.add(Fault.at(pointer, "is " + label + ", as another one is before it; labels must differ"));
        }
    }

    private List<UUID> references(Map<String, UUID> names, List<String> references, String pointer, String what) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < references.size(); i++) {
            var id = names.get(references.get(i).strip());
            if (id == null) {
                faults.add(Fault.at(pointer + "/" + i, "is " + references.get(i) + "; the draft has no such " + what));
            } else {
                ids.add(id);
            }
        }
        return ids;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Ids of what the draft has now, to be given to the same texts again, each once. */
    private static final class Ids<T> {

        private final Map<String, Deque<UUID>> byText = new HashMap<>();
        private final Set<UUID> taken = new HashSet<>();

        Ids(List<T> before, Function<T, UUID> id, Function<T, String> text) {
            before.forEach(thing -> byText.computeIfAbsent(text.apply(thing), key -> new ArrayDeque<>())
                    .add(id.apply(thing)));
        }

        void taken(@Nullable UUID id) {
            if (id != null) {
                taken.add(id);
            }
        }

        UUID of(@Nullable UUID given, @Nullable String text) {
            if (given != null) {
                return given;
            }
            var known = byText.get(text == null ? "" : text.strip());
            while (known != null && !known.isEmpty()) {
                var id = known.poll();
                if (taken.add(id)) {
                    return id;
                }
            }
            return UUID.randomUUID();
        }
    }
}

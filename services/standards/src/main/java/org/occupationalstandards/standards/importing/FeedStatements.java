package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Statement;

/**
 * The knowledge, skills and behaviours of a record of the feed, and the ids that its links may name. Labels count from 1
 * in the order of the record; where the record has labels of its own, they have to say the same.
 */
final class FeedStatements {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Problems problems;
    private final List<String> notes;
    private final String reference;
    private final Set<UUID> ids = new HashSet<>();
    private final Map<UUID, String> kinds = new HashMap<>();
    private final Map<String, UUID> byLabel = new HashMap<>();

    FeedStatements(String reference, Problems problems, List<String> notes) {
        this.reference = reference;
        this.problems = problems;
        this.notes = notes;
    }

    /** The id that a text of the feed is, whatever its letter case. */
    static Optional<UUID> uuid(String written) {
        String folded = written.toLowerCase(Locale.ROOT);
        return UUID_FORM.matcher(folded).matches() ? Optional.of(UUID.fromString(folded)) : Optional.empty();
    }

    /** The statement that a link names, by id or by label. */
    Optional<UUID> linked(String link) {
        return uuid(link).filter(kinds::containsKey).or(() -> Optional.ofNullable(byLabel.get(normal(link))));
    }

    String kindOf(UUID id) {
        return kinds.getOrDefault(id, "");
    }

    List<Statement> read(String kind, List<FeedNode> nodes) {
        List<Statement> statements = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        int due = 1;
        for (FeedNode node : nodes) {
            int position = statements.size() + 1;
            String label = kind + position;
            due = label(node, kind, due);
            String text = node.prose("text", "detail", "description");
            if (text.isEmpty()) {
                problems.add(node.line(), node.pointer(), label + " says nothing");
            }
            FieldRules.upTo(FieldRules.LIMITS.statement(), text, node.line(), node.pointer(), problems);
            String before = texts.putIfAbsent(text, label);
            if (before != null) {
                notes.add(label + " says the same as " + before);
            }
            UUID id = id(node, kind, position);
            kinds.put(id, kind);
            byLabel.put(label, id);
            statements.add(new Statement(id, label, text));
        }
        if (statements.size() > FieldRules.LIMITS.statements()) {
            problems.add(
                    nodes.getFirst().line(),
                    nodes.getFirst().pointer(),
                    "At most " + FieldRules.LIMITS.statements() + " statements of a kind, not " + statements.size());
        }
        return statements;
    }

    private UUID id(FeedNode node, String kind, int position) {
        String written = node.text("id", "knowledgeId", "skillId", "behaviourId");
        UUID id = uuid(written).orElse(null);
        if (id == null && !written.isEmpty()) {
            problems.add(node.line(), node.pointer(), "An id is a UUID, not " + quoted(written));
        }
        return unique(id == null ? StableIds.of(reference, kind, position) : id, node);
    }

    /** The same id for two parts of one standard is a problem; the id is answered all the same. */
    UUID unique(UUID id, FeedNode node) {
        if (!ids.add(id)) {
            problems.add(node.line(), node.pointer(), "The id " + id + " is given to another part of the record too");
        }
        return id;
    }

    /** Holds the record's own label against the one that is due, and answers which is due next. */
    private int label(FeedNode node, String kind, int due) {
        String written = node.text("label");
        if (written.isEmpty()) {
            return due + 1;
        }
        List<StatementLabel> labels = StatementLabel.listed(written);
        if (labels.size() != 1 || !labels.getFirst().kind().equals(kind)) {
            problems.add(
                    node.line(),
                    node.pointer("label"),
                    "A label here is " + kind + " and a number, not " + quoted(written));
            return due + 1;
        }
        int position = labels.getFirst().position();
        if (position != due) {
            problems.add(
                    node.line(), node.pointer("label"), quoted(written) + " stands where " + kind + due + " was due");
        }
        return Math.max(position, due - 1) + 1;
    }

    private static @Nullable String normal(String link) {
        List<StatementLabel> labels = StatementLabel.listed(link);
        return labels.size() == 1 ? labels.getFirst().toString() : null;
    }
}

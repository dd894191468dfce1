package org.occupationalstandards.standards.lifecycle.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a proposed occupation has in common with an existing standard: words and statements that people can look at, and
 * never a bare score.
 *
 * @param words shared by the titles
 * @param statements of the existing standard that say nearly what the proposal says
 */
public record Overlap(List<String> words, List<Shared> statements) {

    /**
     * A statement or duty of an existing standard.
     *
     * @param label its label there
     */
    public record Saying(UUID id, String label, String text) {}

    /**
     * Two sentences that say nearly the same.
     *
     * @param id of the statement or duty of the existing standard
     * @param label its label there
     * @param proposed what the proposal says
     * @param existing what the existing standard says
     */
    public record Shared(UUID id, String label, String proposed, String existing) {}

    /** How many of the words of two sentences together are in both, for them to say nearly the same. */
    private static final double NEARLY_THE_SAME = 0.6;

    /** Fewer statements than this in common are chance: everybody has to work safely. */
    private static final int MORE_THAN_CHANCE = 3;

    private static final Set<String> EMPTY_WORDS = Set.of(
            "the",
            "a",
            "an",
            "and",
            "or",
            "of",
            "to",
            "in",
            "for",
            "on",
            "with",
            "by",
            "at",
            "as",
            "is",
            "are",
            "be",
            "that",
            "this",
            "their",
            "its",
            "own",
            "how",
            "such",
            "including",
            "relevant");

    public Overlap {
        words = List.copyOf(words);
        statements = List.copyOf(statements);
    }

    /** What a standard says in its statements and duties, with their labels. */
    public static List<Saying> sayings(Content content) {
        Map<UUID, String> labels = ContentDiff.labels(content);
        return Stream.concat(
                        content.ksbs(), content.duties().stream().map(duty -> new Statement(duty.id(), duty.text())))
                .map(each -> new Saying(each.id(), labels.getOrDefault(each.id(), ""), each.text()))
                .toList();
    }

    /**
     * What they have in common.
     *
     * @param sentences duties, or statements, of the proposal
     * @param existing title of the existing standard
     * @param sayings of the existing standard
     */
    public static Overlap between(String title, List<String> sentences, String existing, List<Saying> sayings) {
        Set<String> words = words(title);
        words.retainAll(words(existing));
        List<Sentence> proposed = sentences.stream().map(Sentence::of).toList();
        List<Shared> shared = new ArrayList<>();
        sayings.forEach(saying -> {
            Sentence said = Sentence.of(saying.text());
            proposed.stream()
                    .filter(sentence -> sentence.saysNearly(said))
                    .findFirst()
                    .ifPresent(sentence ->
                            shared.add(new Shared(saying.id(), saying.label(), sentence.text(), saying.text())));
        });
        return new Overlap(List.copyOf(words), shared);
    }

    /** Whether it is enough to warn whoever proposes. */
    public boolean worthAWarning() {
        return statements.size() >= MORE_THAN_CHANCE || words.size() >= 2;
    }

    /** A sentence with its words, so that each is taken apart once. */
    private record Sentence(String text, Set<String> words) {

        static Sentence of(String text) {
            return new Sentence(text, Overlap.words(text));
        }

        boolean saysNearly(Sentence other) {
            if (words.isEmpty() || other.words.isEmpty()) {
                return false;
            }
            long common = words.stream().filter(other.words::contains).count();
            return common >= NEARLY_THE_SAME * (words.size() + other.words.size() - common);
        }
    }

    private static Set<String> words(String text) {
        Set<String> words =
                new TreeSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.removeAll(EMPTY_WORDS);
        words.remove("");
        return words;
    }
}

package org.occupationalstandards.standards.overlap;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Duty;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/**
 * What is known of an occupation that somebody proposes.
 *
 * @param reference its own, nothing before it has one
 * @param sentences knowledge, skills, behaviours and duties, as far as somebody has thought of them
 */
public record Proposed(
        @Nullable String reference,
        String title,
        List<String> jobTitles,
        List<String> keywords,
        List<String> sentences) {
    public Proposed {
        jobTitles = List.copyOf(jobTitles);
        keywords = List.copyOf(keywords);
        sentences = List.copyOf(sentences);
    }

    /** With a draft, however far it is. */
    public static Proposed of(String reference, Content draft) {
        return new Proposed(
                reference,
                draft.title() == null ? "" : draft.title(),
                draft.typicalJobTitles(),
                draft.keywords(),
                sentences(draft));
    }

    static List<String> sentences(Content content) {
        return Stream.concat(
                        content.ksbs().map(Statement::text),
                        content.duties().stream().map(Duty::text))
                .toList();
    }
}

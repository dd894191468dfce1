package org.occupationalstandards.standards.lifecycle.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a draft still lacks before it can be submitted for approval. */
public final class Completeness {

    /** The missing parts, each with where it belongs; none when the draft is complete. */
    public static List<Problem> missing(Content content) {
        List<Problem> missing = new ArrayList<>();
        text(missing, "/title", content.title(), "The title");
        text(missing, "/overview", content.overview(), "The overview");
        text(missing, "/summary", content.summary(), "The summary");
        some(missing, "/employers", content.employers(), "At least one employer involved");
        some(missing, "/typicalJobTitles", content.typicalJobTitles(), "At least one typical job title");
        some(missing, "/knowledge", content.knowledge(), "At least one knowledge statement");
        some(missing, "/skills", content.skills(), "At least one skill");
        some(missing, "/behaviours", content.behaviours(), "At least one behaviour");
        some(missing, "/duties", content.duties(), "At least one duty");
        mappings(missing, content);
        return List.copyOf(missing);
    }

    /** Every duty needs a statement, every knowledge and skill a duty; a behaviour may belong to the whole job. */
    private static void mappings(List<Problem> missing, Content content) {
        Set<UUID> mapped = new HashSet<>();
        for (int i = 0; i < content.duties().size(); i++) {
            List<UUID> ksbs = content.duties().get(i).ksbs();
            mapped.addAll(ksbs);
            if (ksbs.isEmpty()) {
                missing.add(new Problem(
                        "/duties/" + i + "/ksbs",
                        "Duty " + Change.Part.DUTY.label(i) + " is mapped to no knowledge, skill or behaviour"));
            }
        }
        unmapped(missing, "/knowledge/", Change.Part.KNOWLEDGE, content.knowledge(), mapped);
        unmapped(missing, "/skills/", Change.Part.SKILL, content.skills(), mapped);
    }

    private static void unmapped(
            List<Problem> missing, String pointer, Change.Part part, List<Statement> statements, Set<UUID> mapped) {
        for (int i = 0; i < statements.size(); i++) {
            if (!mapped.contains(statements.get(i).id())) {
                missing.add(new Problem(pointer + i, part.label(i) + " is mapped to no duty"));
            }
        }
    }

    private static void text(List<Problem> missing, String pointer, @Nullable String text, String what) {
        if (text == null) {
            missing.add(new Problem(pointer, what + " is missing"));
        }
    }

    private static void some(List<Problem> missing, String pointer, List<?> list, String what) {
        if (list.isEmpty()) {
            missing.add(new Problem(pointer, what + " is missing"));
        }
    }

    private Completeness() {}
}

package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which standard a record of the feed is about. The feed is about apprenticeships and mostly lacks our reference, so it
 * is found in this order:
 *
 * <ol>
 *   <li>an OCC reference in the record;
 *   <li>an ST code: an occupation and its apprenticeship share their number (ST0218 is built on OCC0218), in every
 *       published pair; FA and AU codes count on their own and say nothing about the occupation;
 *   <li>the one known standard with the record's LARS code, or the one of these with its title, level and route;
 *   <li>the one known standard with its title, level and route;
 *   <li>a new reference from the LARS code: OCC9489 for 489. It depends on nothing but the record, so importing again
 *       leads to the same standard. Published references end far below OCC9000.
 * </ol>
 *
 * Where none of this leads to exactly one standard, the record is refused.
 */
final class FeedReference {

    private static final int LARS_CODES_THAT_FIT = 1_000;

    private final KnownStandards known;

    FeedReference(KnownStandards known) {
        this.known = known;
    }

    /** What identifies a record. Title, level and route are missing where they are wrong. */
    record Signs(
            String reference,
            @Nullable Integer larsCode,
            @Nullable String title,
            @Nullable Integer level,
            @Nullable Integer route) {}

    @Nullable
    String find(Signs signs, int line, Problems problems, List<String> notes) {
        if (!signs.reference().isEmpty()) {
            String code = signs.reference().toUpperCase(Locale.ROOT);
            if (FieldRules.isReference(code)) {
                return code;
            }
            if (!FieldRules.isApprenticeship(code)) {
                problems.add(
                        line,
                        "/reference",
                        "A reference is OCC, ST, FA or AU and four digits, not " + quoted(signs.reference()));
                return null;
            }
            if (code.startsWith("ST")) {
                return "OCC" + code.substring(2);
            }
        }
        List<KnownStandards.Known> ofTitle = ofTitle(signs);
        List<KnownStandards.Known> ofLarsCode =
                signs.larsCode() == null ? List.of() : known.withLarsCode(signs.larsCode());
        if (ofLarsCode.size() > 1) {
            ofLarsCode = ofLarsCode.stream().filter(ofTitle::contains).toList();
        }
        List<KnownStandards.Known> candidates = ofLarsCode.isEmpty() ? ofTitle : ofLarsCode;
        if (candidates.size() == 1) {
            KnownStandards.Known found = candidates.getFirst();
            if (!ofTitle.contains(found)) {
                notes.add("Taken for " + found.reference() + " (" + found.title() + ") by its LARS code");
            }
            return found.reference();
        }
        return candidates.isEmpty() ? fresh(signs, line, problems, notes) : several(candidates, line, problems);
    }

    private List<KnownStandards.Known> ofTitle(Signs signs) {
        return signs.title() == null || signs.level() == null || signs.route() == null
                ? List.of()
                : known.with(signs.title(), signs.level(), signs.route());
    }

    private static @Nullable String several(List<KnownStandards.Known> candidates, int line, Problems problems) {
        problems.add(
                line,
                "/reference",
                "The record has no reference, and its LARS code and title fit several standards: "
                        + candidates.stream()
                                .map(KnownStandards.Known::reference)
                                .collect(Collectors.joining(", ")));
        return null;
    }

    private @Nullable String fresh(Signs signs, int line, Problems problems, List<String> notes) {
        Integer larsCode = signs.larsCode();
        if (larsCode == null || larsCode >= LARS_CODES_THAT_FIT) {
            problems.add(
                    line,
                    "/reference",
                    "The record has neither a reference nor an apprenticeship code, and no LARS code or title of a"
                            + " standard that is known");
            return null;
        }
        String reference = "OCC9%03d".formatted(larsCode);
        if (known.has(reference)) {
            problems.add(
                    line,
                    "/reference",
                    "The record has no reference; the one that its LARS code would give, " + reference
                            + ", belongs to another standard");
            return null;
        }
        notes.add("No standard with its LARS code or title is known: it gets the reference " + reference);
        return reference;
    }
}

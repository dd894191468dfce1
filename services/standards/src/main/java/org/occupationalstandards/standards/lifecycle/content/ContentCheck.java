package org.occupationalstandards.standards.lifecycle.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a content may be kept at all, finished or not: everything that is wrong with it, at once. */
public final class ContentCheck {

    private static final Pattern SOC_CODE = Pattern.compile("\\d{4}");
    private static final Pattern SUB_UNIT_CODE = Pattern.compile("\\d{4}/\\d{2}");

    private final ContentLimits limits;
    private final String at;
    private final List<Problem> problems = new ArrayList<>();

    /** What is wrong with the content; pointers start with {@code at}, which is empty where the content is the body. */
    public static List<Problem> problems(Content content, ContentLimits limits, String at) {
        var check = new ContentCheck(limits, at);
        check.content(content);
        return List.copyOf(check.problems);
    }

    /** All that is wrong with one text that somebody wrote: what cannot be kept of it, and what must not be. */
    public static List<String> problems(@Nullable String text, int limit) {
        if (text == null) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        String problem = problem(text, limit);
        if (problem != null) {
            all.add(problem);
        }
        if (MailAddress.isIn(text)) {
            all.add(MailAddress.REFUSED);
        }
        return List.copyOf(all);
    }

    /** The same of a text that is one line, such as a title: it stands in lists, in feeds and in subjects of mail. */
    public static List<String> lineProblems(@Nullable String text, int limit) {
        List<String> all = new ArrayList<>(problems(text, limit));
        if (text != null && text.strip().codePoints().anyMatch(each -> each == '\n' || each == '\t')) {
            all.add("must be one line");
        }
        return List.copyOf(all);
    }

    /** Whether there is anything in it that can be seen. */
    public static boolean isVisible(@Nullable String text) {
        return text != null && text.codePoints().anyMatch(ContentCheck::visible);
    }

    /** What is wrong with its form: too long, or with characters that nobody can read. Nothing for none. */
    public static @Nullable String problem(String text, int limit) {
        if (text.length() > limit) {
            return "has %,d characters; at most %,d are allowed".formatted(text.length(), limit);
        }
        if (text.codePoints().anyMatch(ContentCheck::unreadable)) {
            return "has a control character or half a character in it";
        }
        return text.codePoints().anyMatch(ContentCheck::turning)
                ? "has a character in it that turns the direction of writing"
                : null;
    }

    private ContentCheck(ContentLimits limits, String at) {
        this.limits = limits;
        this.at = at;
    }

    private void content(Content content) {
        line("/title", content.title(), limits.title());
        text("/overview", content.overview(), limits.overview());
        text("/summary", content.summary(), limits.summary());
        if (content.medianSalary() != null
                && (content.medianSalary() < 1 || content.medianSalary() > limits.medianSalary())) {
            add("/medianSalary", "must be whole pounds a year from 1 to %,d".formatted(limits.medianSalary()));
        }
        if (content.soc2020() != null) {
            soc(content.soc2020());
        }
        lines("/employers", content.employers(), limits.lines());
        lines("/typicalJobTitles", content.typicalJobTitles(), limits.lines());
        lines("/greenJobTitles", content.greenJobTitles(), limits.lines());
        lines("/keywords", content.keywords(), limits.lines());
        lines("/professionalRecognition", content.professionalRecognition(), limits.lines());
        text("/regulatedBy", content.regulatedBy(), limits.line());
        lines("/mandatoryQualifications", content.mandatoryQualifications(), limits.lines());
        Map<UUID, String> seen = new HashMap<>();
        statements("/knowledge", content.knowledge(), seen);
        statements("/skills", content.skills(), seen);
        statements("/behaviours", content.behaviours(), seen);
        options(content.options(), seen);
        duties(content, seen);
        if (problems.isEmpty()) {
            size(ContentSize.of(content));
        }
    }

    private void size(int size) {
        if (size > limits.size()) {
            add(
                    "",
                    "comes to %,d bytes with all its texts, entries and mappings; at most %,d are allowed"
                            .formatted(size, limits.size()));
        }
    }

    private void soc(Soc2020 soc) {
        if (!SOC_CODE.matcher(soc.code()).matches()) {
            add("/soc2020/code", "must be the four digits of a SOC 2020 code, such as 3119");
        }
        text("/soc2020/title", soc.title(), limits.line());
        count("/soc2020/subUnitGroups", soc.subUnitGroups().size(), limits.lines());
        for (int i = 0; i < soc.subUnitGroups().size(); i++) {
            var group = soc.subUnitGroups().get(i);
            String pointer = "/soc2020/subUnitGroups/" + i;
            if (!SUB_UNIT_CODE.matcher(group.code()).matches()) {
                add(pointer + "/code", "must be a sub-unit group code, such as 3119/99");
            }
            text(pointer + "/title", group.title(), limits.line());
        }
    }

    private void statements(String pointer, List<Statement> statements, Map<UUID, String> seen) {
        count(pointer, statements.size(), limits.statements());
        for (int i = 0; i < statements.size(); i++) {
            String each = pointer + "/" + i;
            id(each, statements.get(i).id(), seen);
            required(each + "/text", statements.get(i).text(), limits.statement());
        }
    }

    private void options(List<Option> options, Map<UUID, String> seen) {
        count("/options", options.size(), limits.duties());
        Set<String> titles = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            String each = "/options/" + i;
            id(each, options.get(i).id(), seen);
            given(each + "/title", options.get(i).title());
            line(each + "/title", options.get(i).title(), limits.title());
            if (!titles.add(options.get(i).title())) {
                add(each + "/title", "is the title of another option too");
            }
        }
    }

    private void duties(Content content, Map<UUID, String> seen) {
        count("/duties", content.duties().size(), limits.duties());
        Set<UUID> ksbs = content.ksbs().map(Statement::id).collect(Collectors.toSet());
        Set<UUID> options = content.options().stream().map(Option::id).collect(Collectors.toSet());
        for (int i = 0; i < content.duties().size(); i++) {
            Duty duty = content.duties().get(i);
            String each = "/duties/" + i;
            id(each, duty.id(), seen);
            required(each + "/text", duty.text(), limits.statement());
            lines(each + "/criteria", duty.criteria(), limits.criteria());
            links(each + "/ksbs", duty.ksbs(), ksbs, "is mapped to %s, which is no statement of this standard");
            links(each + "/options", duty.options(), options, "belongs to %s, which is no option of this standard");
        }
    }

    private void links(String pointer, List<UUID> links, Set<UUID> known, String message) {
        links.stream().filter(link -> !known.contains(link)).forEach(link -> add(pointer, message.formatted(link)));
    }

    private void lines(String pointer, List<String> lines, int limit) {
        count(pointer, lines.size(), limit);
        for (int i = 0; i < Math.min(lines.size(), limit); i++) {
            text(pointer + "/" + i, lines.get(i), limits.line());
        }
    }

    private void required(String pointer, String text, int limit) {
        given(pointer, text);
        text(pointer, text, limit);
    }

    private void given(String pointer, String text) {
        if (!isVisible(text)) {
            add(pointer, "must be given");
        }
    }

    private void line(String pointer, @Nullable String text, int limit) {
        lineProblems(text, limit).forEach(problem -> add(pointer, problem));
    }

    private void text(String pointer, @Nullable String text, int limit) {
        problems(text, limit).forEach(problem -> add(pointer, problem));
    }

    private void count(String pointer, int count, int limit) {
        if (count > limit) {
            add(pointer, "has %,d entries; at most %,d are allowed".formatted(count, limit));
        }
    }

    /** An id may be missing at run time, whatever the type says: it comes from JSON. */
    private void id(String pointer, @Nullable UUID id, Map<UUID, String> seen) {
        if (id == null) {
            add(pointer + "/id", "must be given");
            return;
        }
        String other = seen.putIfAbsent(id, pointer);
        if (other != null) {
            add(pointer + "/id", "is the id of " + at + other + " too");
        }
    }

    private void add(String pointer, String message) {
        problems.add(new Problem(at + pointer, message));
    }

    private static boolean visible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }

    /** Embeddings, overrides and isolates of the Unicode bidirectional algorithm, which reach beyond the text that has them. */
    private static boolean turning(int codePoint) {
        return codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
    }

    private static boolean unreadable(int codePoint) {
        return (Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t')
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}

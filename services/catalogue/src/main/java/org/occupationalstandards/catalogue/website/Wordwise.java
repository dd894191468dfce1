package org.occupationalstandards.catalogue.website;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The difference between two texts, word by word, as runs of text; whoever shows them escapes them. */
final class Wordwise {

    /** Text that both have, or only the one before, or only the one after. */
    record Run(Kind kind, String text) {}

    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** Space, or an amount such as £34,605, or a word with what holds it together, or any other character. */
    private static final Pattern WORD_OR_SPACE = Pattern.compile(
            "\\s+|£?\\p{N}+(?:[.,]\\p{N}+)*|[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*|.", Pattern.DOTALL);

    static List<Run> difference(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            add(runs, Kind.SAME, old.subList(at, delta.getSource().getPosition()));
            add(runs, Kind.REMOVED, delta.getSource().getLines());
            add(runs, Kind.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(runs, Kind.SAME, old.subList(at, old.size()));
        return joined(runs);
    }

    private static List<String> words(String text) {
        return WORD_OR_SPACE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void add(List<Run> runs, Kind kind, List<String> words) {
        if (!words.isEmpty()) runs.add(new Run(kind, String.join("", words)));
    }

    /** A single space between two replaced words would tear the sentence into crumbs: it joins them. */
    private static List<Run> joined(List<Run> runs) {
        List<Run> result = new ArrayList<>();
        StringBuilder removed = new StringBuilder();
        StringBuilder added = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean bridge = run.kind() == Kind.SAME
                    && run.text().isBlank()
                    && i + 1 < runs.size()
                    && (!removed.isEmpty() || !added.isEmpty());
            if (bridge) {
                removed.append(run.text());
                added.append(run.text());
            } else if (run.kind() == Kind.REMOVED) {
                removed.append(run.text());
            } else if (run.kind() == Kind.ADDED) {
                added.append(run.text());
            } else {
                result.add(new Run(Kind.SAME, flush(result, removed, added) + run.text()));
            }
        }
        String rest = flush(result, removed, added);
        if (!rest.isEmpty()) result.add(new Run(Kind.SAME, rest));
        return List.copyOf(result);
    }

    /** Ends a piece of differences, and gives back the space that both its sides end with. */
    private static String flush(List<Run> result, StringBuilder removed, StringBuilder added) {
        boolean space = endsWithSpace(removed) && endsWithSpace(added);
        if (space) {
            removed.setLength(removed.length() - 1);
            added.setLength(added.length() - 1);
        }
        if (!removed.isEmpty()) result.add(new Run(Kind.REMOVED, removed.toString()));
        if (!added.isEmpty()) result.add(new Run(Kind.ADDED, added.toString()));
        removed.setLength(0);
        added.setLength(0);
        return space ? " " : "";
    }

    private static boolean endsWithSpace(StringBuilder text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
    }

    private Wordwise() {}
}

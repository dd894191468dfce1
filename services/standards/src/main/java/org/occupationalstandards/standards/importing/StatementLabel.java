package org.occupationalstandards.standards.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The label of a statement, such as K1: its kind and its position.
 *
 * @param kind K, S or B
 * @param position from 1
 */
record StatementLabel(String kind, int position) {

    /** A label and what stands after it on its line. */
    record Labelled(StatementLabel label, String text) {}

    private static final Pattern LABELLED =
            Pattern.compile("([KSB]) ?0{0,3}(\\d{1,3})(?: ?[:.)] ?| ?[–—-] | ?[:–—-]$)(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LABEL_AND_SPACE = Pattern.compile("([KSB])0{0,3}(\\d{1,3}) (.+)");
    private static final Pattern LABEL = Pattern.compile("([KSB])0{0,3}(\\d{1,3})", Pattern.CASE_INSENSITIVE);

    /** A line that begins with a label and a sign after it. */
    static Optional<Labelled> read(String line) {
        return labelled(LABELLED.matcher(line));
    }

    /** A line that begins with a label and only a space after it: a label only if it is the one that is due. */
    static Optional<Labelled> readWithoutSign(String line) {
        return labelled(LABEL_AND_SPACE.matcher(line));
    }

    /** Whether a line opens the list of statements. */
    static boolean opens(String line) {
        return read(line).filter(each -> each.label().position() == 1).isPresent();
    }

    /** Bare labels parted by spaces or commas, as duties list them; empty where anything else stands among them. */
    static List<StatementLabel> listed(String line) {
        List<StatementLabel> labels = new ArrayList<>();
        for (String each : line.split("[\\s,;]+", -1)) {
            Matcher matcher = LABEL.matcher(each);
            if (matcher.matches()) {
                labels.add(label(matcher));
            } else if (!each.isEmpty() && !each.equalsIgnoreCase("and")) {
                return List.of();
            }
        }
        return labels;
    }

    private static Optional<Labelled> labelled(Matcher matcher) {
        return matcher.matches()
                ? Optional.of(new Labelled(label(matcher), matcher.group(3).strip()))
                : Optional.empty();
    }

    private static StatementLabel label(Matcher matcher) {
        return new StatementLabel(matcher.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return kind + position;
    }
}

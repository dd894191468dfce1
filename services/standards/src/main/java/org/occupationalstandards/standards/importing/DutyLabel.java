package org.occupationalstandards.standards.importing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that begins a duty, such as "Duty D1" or "Duty 1: Prepare the room".
 *
 * @param position from 1
 * @param text what stands after the label on its line, mostly nothing
 */
record DutyLabel(int position, String text) {

    private static final Pattern LABEL =
            Pattern.compile("duty ?D?0{0,3}(\\d{1,3})(?: ?[:.)–—-] ?| |$)(.*)", Pattern.CASE_INSENSITIVE);

    static Optional<DutyLabel> read(String line) {
        Matcher matcher = LABEL.matcher(line);
        return matcher.matches()
                ? Optional.of(new DutyLabel(
                        Integer.parseInt(matcher.group(1)), matcher.group(2).strip()))
                : Optional.empty();
    }

    static boolean opens(String line) {
        return read(line).isPresent();
    }

    @Override
    public String toString() {
        return "D" + position;
    }
}

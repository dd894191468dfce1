package org.occupationalstandards.standards.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Status;

/** The status line of a page, whose icon arrives as a word glued to it: "assignment_turned_inApproved occupation". */
final class PageStatus {

    private static final Map<String, Status> BY_WORDS = Map.ofEntries(
            Map.entry("approved", Status.APPROVED),
            Map.entry("in development", Status.IN_DEVELOPMENT),
            Map.entry("potential", Status.POTENTIAL),
            Map.entry("proposed", Status.POTENTIAL),
            Map.entry("retired", Status.RETIRED),
            Map.entry("withdrawn", Status.WITHDRAWN));

    static @Nullable Status read(String value) {
        String words = PlainText.folded(withoutIcon(value))
                .replaceAll("\\b(occupational standard|occupational|occupation|standard)\\b", "")
                .replace('-', ' ');
        return BY_WORDS.get(PlainText.line(words));
    }

    /** Icons are ligatures: lower-case words and underscores right before the capital letter of the text. */
    private static String withoutIcon(String value) {
        int i = 0;
        while (i < value.length() && (value.charAt(i) == '_' || Character.isLowerCase(value.charAt(i)))) {
            i++;
        }
        return i < value.length()
                        && (Character.isUpperCase(value.charAt(i)) || value.charAt(i) == ' ')
                        && iconBefore(value, i)
                ? value.substring(i)
                : value;
    }

    private static boolean iconBefore(String value, int end) {
        return Character.isUpperCase(value.charAt(end))
                || value.substring(0, end).indexOf('_') >= 0;
    }

    private PageStatus() {}
}

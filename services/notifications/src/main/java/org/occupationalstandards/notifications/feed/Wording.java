package org.occupationalstandards.notifications.feed;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;

/** Says in words for people what an announcement is. */
public final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Wording() {}

    /** {@code standards.standard.proposal-accepted.v1} is "proposal accepted". */
    public static String of(String type) {
        var withoutVersion = type.replaceFirst("\\.v\\d+$", "");
        return withoutVersion.substring(withoutVersion.lastIndexOf('.') + 1).replace('-', ' ');
    }

    /** "Healthcare science assistant (OCC0218, version 1.1): approved". */
    public static String heading(FeedEntry entry, Told told) {
        var version = told.approved().map(each -> ", version " + each).orElse("");
        return entry.title() + " (" + entry.subject() + version + "): " + of(entry.type());
    }

    /** "Version 1.1 (adjustment) from 15 September 2026; S9 removed, S10 is now S9"; empty where there is nothing to say. */
    public static String details(Told told) {
        var parts = new ArrayList<String>();
        var from = told.effective().map(day -> "from " + DAY.format(day)).orElse("");
        if (told.makesVersion()) {
            var made = "Version " + told.approved().orElseThrow() + " (" + told.changeClass() + ")";
            parts.add(from.isEmpty() ? made : made + " " + from);
        } else if (!from.isEmpty()) {
            parts.add(capital(from));
        }
        var difference = told.difference();
        if (!difference.isEmpty()) parts.add(parts.isEmpty() ? capital(difference) : difference);
        return String.join("; ", parts);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

package org.occupationalstandards.notifications.feed;

/** Says in words for people what an announcement is. */
public final class Wording {

    private Wording() {}

    /** {@code standards.standard.proposal-accepted.v1} is "proposal accepted". */
    public static String of(String type) {
        var withoutVersion = type.replaceFirst("\\.v\\d+$", "");
        return withoutVersion.substring(withoutVersion.lastIndexOf('.') + 1).replace('-', ' ');
    }

    /** One sentence about it. */
    public static String sentence(FeedEntry entry) {
        return entry.title() + " (" + entry.subject() + ", level " + entry.level() + "): " + of(entry.type()) + ".";
    }
}

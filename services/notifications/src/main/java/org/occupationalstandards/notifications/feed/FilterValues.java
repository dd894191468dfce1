package org.occupationalstandards.notifications.feed;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Routes;

/** What may stand in a filter, wherever one is taken: a value that no announcement can have would quietly let nothing through. */
public final class FilterValues {

    private static final Pattern REFERENCE_PATTERN = Pattern.compile("OCC\\d{4}[A-Z]?");

    /** References of standards. */
    public static final Rule<String> REFERENCE =
            new Rule<>(text -> REFERENCE_PATTERN.matcher(text).matches(), "a reference such as OCC0218");

    /** Ids of routes. */
    public static final Rule<Integer> ROUTE =
            new Rule<>(id -> Routes.withId(id).isPresent(), "the id of a route, 1 to 15");

    /** Levels. */
    public static final Rule<Integer> LEVEL = new Rule<>(level -> level >= 2 && level <= 7, "a level from 2 to 7");

    /** Types of announcements. */
    public static final Rule<String> TYPE = new Rule<>(
            type -> AnnouncementType.ofWireName(type).isPresent(),
            "a type of the change stream such as " + AnnouncementType.APPROVED.wireName());

    /**
     * What one kind of value has to be.
     *
     * @param expected ends the sentence "This must be"
     */
    public record Rule<T>(Predicate<T> right, String expected) {
        /** What is wrong with a value that is not right. */
        public String fault() {
            return "This must be " + expected + ".";
        }
    }

    private FilterValues() {}
}

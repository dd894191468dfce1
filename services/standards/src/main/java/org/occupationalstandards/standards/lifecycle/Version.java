package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;

/**
 * One approved version. It is in force from {@code effectiveFrom} until the day before the next one is, or the standard
 * ends.
 *
 * @param number major.minor
 * @param effectiveFrom first day on which it is in force; nothing for one taken over without its dates
 * @param knownAt when that day was last recorded: one that was still to come then is announced as it comes
 * @param endedOn last day on which it was in force, where the standard ended with it
 * @param changeNote what its approval says has changed, where it says so
 */
public record Version(
        String number,
        ChangeClass changeClass,
        Content content,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate effectiveFrom,
        Instant knownAt,
        @Nullable LocalDate endedOn,
        @Nullable String changeNote) {

    /** What a standard without a version says in its place. */
    public static final String POTENTIAL = "0.0";

    static final Pattern NUMBER = Pattern.compile("(0|[1-9]\\d{0,3})\\.(0|[1-9]\\d{0,3})");

    /** Whether its first day has come. */
    boolean hasBegunBy(LocalDate day) {
        return effectiveFrom == null || !effectiveFrom.isAfter(day);
    }

    /** Whether its first day was still to come when it was last told of. */
    boolean isAwaited(ZoneId zone) {
        return !hasBegunBy(LocalDate.ofInstant(knownAt, zone));
    }

    Version dated(@Nullable LocalDate newApprovedOn, @Nullable LocalDate newEffectiveFrom, Instant at) {
        return new Version(number, changeClass, content, newApprovedOn, newEffectiveFrom, at, endedOn, changeNote);
    }

    /** Not the last one any more: the next one takes over. */
    Version followed() {
        return new Version(number, changeClass, content, approvedOn, effectiveFrom, knownAt, null, changeNote);
    }

    Version ended(LocalDate lastDay) {
        return new Version(number, changeClass, content, approvedOn, effectiveFrom, knownAt, lastDay, changeNote);
    }

    /** The number after this one: never a gap. */
    static String next(String number, ChangeClass changeClass) {
        var parts = NUMBER.matcher(number);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No version number: " + number);
        }
        int major = Integer.parseInt(parts.group(1));
        int minor = Integer.parseInt(parts.group(2));
        return switch (changeClass) {
            case NEW, REVISION -> (major + 1) + ".0";
            case CORRECTION, ADJUSTMENT -> major + "." + (minor + 1);
        };
    }
}

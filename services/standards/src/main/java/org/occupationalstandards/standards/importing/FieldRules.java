package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.standards.lifecycle.content.ContentLimits;

/**
 * The rules that single facts obey in whatever file they come. Each answers the value, or null having said what is wrong.
 */
final class FieldRules {

    /** How long texts and lists may be: what the rulebook allows. */
    static final ContentLimits LIMITS = ContentLimits.defaults();

    private static final Pattern REFERENCE = Pattern.compile("OCC\\d{4}[A-Z]?");
    private static final Pattern APPRENTICESHIP = Pattern.compile("(?:ST|FA|AU)\\d{4}");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,10}");
    private static final int LOWEST_LEVEL = 2;
    private static final int HIGHEST_LEVEL = 7;

    static boolean isReference(String value) {
        return REFERENCE.matcher(value.toUpperCase(Locale.ROOT)).matches();
    }

    static boolean isApprenticeship(String value) {
        return APPRENTICESHIP.matcher(value.toUpperCase(Locale.ROOT)).matches();
    }

    static @Nullable String reference(String value, int line, Problems problems) {
        if (isReference(value)) {
            return value.toUpperCase(Locale.ROOT);
        }
        problems.add(
                line,
                "reference",
                value.isEmpty()
                        ? "The reference is missing: OCC and four digits"
                        : "The reference is OCC and four digits (an option adds a letter), not " + quoted(value));
        return null;
    }

    static @Nullable String apprenticeship(String value, int line, String part, Problems problems) {
        if (isApprenticeship(value)) {
            return value.toUpperCase(Locale.ROOT);
        }
        problems.add(line, part, "An apprenticeship code is ST, FA or AU and four digits, not " + quoted(value));
        return null;
    }

    static @Nullable String title(String value, int line, Problems problems) {
        if (value.isEmpty()) {
            problems.add(line, "title", "The title is missing");
            return null;
        }
        return upTo(LIMITS.title(), value, line, "title", problems);
    }

    static @Nullable Integer level(String value, int line, Problems problems) {
        Integer level = number(value);
        if (level != null && level >= LOWEST_LEVEL && level <= HIGHEST_LEVEL) {
            return level;
        }
        problems.add(
                line,
                "level",
                value.isEmpty() ? "The level is missing: 2 to 7" : "The level is 2 to 7, not " + quoted(value));
        return null;
    }

    static @Nullable Route route(String value, int line, Problems problems) {
        Route route = Routes.named(PlainText.folded(value)).orElse(null);
        if (route == null) {
            problems.add(
                    line,
                    "route",
                    value.isEmpty() ? "The route is missing" : quoted(value) + " is not one of the 15 routes");
        }
        return route;
    }

    /** Major and minor number; a bare major number means its first version. */
    static @Nullable String version(String value, int line, Problems problems) {
        Matcher matcher = VERSION.matcher(value);
        if (matcher.matches()) {
            String minor = matcher.group(2);
            return Integer.parseInt(matcher.group(1)) + "." + (minor == null ? 0 : Integer.parseInt(minor));
        }
        problems.add(line, "version", "A version is two numbers, such as 1.0, not " + quoted(value));
        return null;
    }

    /** A whole number between the two limits, both included. */
    static @Nullable Integer wholeNumber(
            String value, int from, int to, String what, int line, String part, Problems problems) {
        Integer number = number(value);
        if (number != null && number >= from && number <= to) {
            return number;
        }
        problems.add(line, part, what + " is a whole number from " + from + " to " + to + ", not " + quoted(value));
        return null;
    }

    static @Nullable String upTo(int longest, String value, int line, String part, Problems problems) {
        if (value.length() <= longest) {
            return value;
        }
        problems.add(line, part, "At most " + longest + " characters, not " + value.length());
        return null;
    }

    private static @Nullable Integer number(String value) {
        if (!WHOLE_NUMBER.matcher(value).matches()) {
            return null;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    private FieldRules() {}
}

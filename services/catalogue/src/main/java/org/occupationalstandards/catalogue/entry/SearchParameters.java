package org.occupationalstandards.catalogue.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Green;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.Tier;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.Years;

/**
 * A search as it stands in an address, with everything that is wrong with it.
 *
 * @param search what was understood; what was not is left out of it
 * @param page counted from 1
 * @param faults what was not understood, each naming its parameter; none when all is well
 */
public record SearchParameters(Search search, int page, int size, List<Fault> faults) {

    public static final int DEFAULT_SIZE = 20;
    public static final int LARGEST_SIZE = 200;

    /** Beyond this nobody reads; a program takes the whole catalogue as one file. */
    private static final int LAST_PAGE = 1_000_000;

    private static final int LONGEST_QUERY = 200;

    private static final Set<String> NAMES =
            Set.of("q", "route", "level", "tier", "status", "product", "green", "asOf", "page", "size");

    public SearchParameters {
        faults = List.copyOf(faults);
    }

    /** Reads parameters by name; an empty value is the same as none. A name that is not known is a fault, too: a typing error
     * would otherwise find everything. */
    public static SearchParameters of(Map<String, String> parameters) {
        return new Reading(parameters).read(NAMES);
    }

    /** The same, where {@code alsoKnown} names are somebody else's. */
    public static SearchParameters of(Map<String, String> parameters, Set<String> alsoKnown) {
        return new Reading(parameters)
                .read(Stream.concat(NAMES.stream(), alsoKnown.stream()).collect(Collectors.toSet()));
    }

    /** The same for a list that has pages and no filters. */
    public static SearchParameters ofPages(Map<String, String> parameters) {
        return new Reading(parameters).read(Set.of("page", "size"));
    }

    private static final class Reading {

        private final Map<String, String> parameters;
        private final List<Fault> faults = new ArrayList<>();

        Reading(Map<String, String> parameters) {
            this.parameters = parameters;
        }

        SearchParameters read(Set<String> known) {
            parameters.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .forEach(name -> wrong(name, "There is no such parameter; there are " + listed(known.stream())));
            Search search = new Search(
                    query(),
                    value("route", "a route's number, short name or name", RouteNames::find),
                    value("level", "a level from 2 to 7", text -> number(text, 2, 7)),
                    value("tier", oneOf(Tier.values(), Tier::wireName), Tier::ofWireName),
                    value("status", oneOf(Status.values(), Status::wireName), Status::ofWireName),
                    value("product", oneOf(ProductType.values(), ProductType::wireName), ProductType::ofWireName),
                    value("green", oneOf(Green.values(), Green::wireName), Green::ofWireName),
                    value("asOf", "a day such as 2026-11-22", Reading::day));
            Integer page = value("page", "a number from 1 up", text -> number(text, 1, LAST_PAGE));
            Integer size = value("size", "a number from 1 to " + LARGEST_SIZE, text -> number(text, 1, LARGEST_SIZE));
            return new SearchParameters(search, page == null ? 1 : page, size == null ? DEFAULT_SIZE : size, faults);
        }

        private @Nullable String query() {
            String text = given("q");
            if (text == null) return null;
            if (text.length() > LONGEST_QUERY) {
                wrong("q", "Expected at most " + LONGEST_QUERY + " characters, got " + text.length());
                return null;
            }
            if (text.indexOf('\0') >= 0) {
                wrong("q", "Expected text without the character zero");
                return null;
            }
            return text;
        }

        private <T> @Nullable T value(String name, String expected, Function<String, Optional<T>> reader) {
            String text = given(name);
            if (text == null) return null;
            Optional<T> value = reader.apply(text);
            if (value.isEmpty()) wrong(name, "Expected " + expected + ", got " + shortened(text));
            return value.orElse(null);
        }

        private @Nullable String given(String name) {
            String text = parameters.get(name);
            return text == null || text.isBlank() ? null : text.strip();
        }

        private void wrong(String name, String message) {
            faults.add(Fault.ofParameter(name, message));
        }

        private static Optional<Integer> number(String text, int least, int most) {
            try {
                int number = Integer.parseInt(text);
                return number >= least && number <= most ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        private static Optional<LocalDate> day(String text) {
            try {
                return Optional.of(Years.day(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private static <T> String oneOf(T[] values, Function<T, String> name) {
            return "one of " + listed(Arrays.stream(values).map(name));
        }

        private static String listed(Stream<String> names) {
            return names.sorted().collect(Collectors.joining(", "));
        }

        private static String shortened(String text) {
            return text.length() <= 40 ? text : text.substring(0, 40) + "…";
        }
    }
}

package org.occupationalstandards.catalogue.website;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Search;
import org.occupationalstandards.catalogue.entry.SearchParameters;

/**
 * The filters of a list or of the map, as they came in the address: what is understood, and what is wrong with the rest, said to
 * people.
 *
 * @param given what was sent and not blank, wrong or not, so that the form shows it again
 */
record Asked(Map<String, String> given, Search search, int page, int size, List<Wrong> wrong) {

    /** A parameter whose value cannot be used. */
    record Wrong(String parameter, String message) {}

    static final int RESULTS_A_PAGE = 25;

    private static final List<String> FILTERS =
            List.of("q", "route", "level", "tier", "status", "product", "green", "asOf");

    /** Parameters that mean nothing here are left alone: links from elsewhere carry all sorts of them. */
    static Asked of(Map<String, String> parameters) {
        return of(parameters, SearchParameters.of(parameters, Set.copyOf(parameters.keySet())));
    }

    /** Of a list that has pages and no filters. */
    static Asked pages(Map<String, String> parameters) {
        Map<String, String> known = new LinkedHashMap<>(parameters);
        known.keySet().retainAll(Set.of("page", "size"));
        return of(known, SearchParameters.ofPages(known));
    }

    private static Asked of(Map<String, String> parameters, SearchParameters read) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name :
                List.of("q", "route", "level", "tier", "status", "product", "green", "asOf", "page", "size")) {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) given.put(name, value);
        }
        return new Asked(
                given,
                read.search(),
                read.page(),
                given.containsKey("size") ? read.size() : RESULTS_A_PAGE,
                read.faults().stream()
                        .map(fault -> String.valueOf(fault.parameter()))
                        .map(parameter -> new Wrong(parameter, expected(parameter)))
                        .toList());
    }

    boolean anyFilter() {
        return FILTERS.stream().anyMatch(name -> !name.equals("asOf") && given.containsKey(name));
    }

    @Nullable
    String value(String name) {
        return given.get(name);
    }

    /** The same question, with another value for one parameter, from the first page on; null takes the parameter out. */
    Map<String, String> with(String name, @Nullable String value) {
        Map<String, String> other = new LinkedHashMap<>(given);
        other.remove("page");
        other.remove(name);
        if (value != null) other.put(name, value);
        return other;
    }

    private static String expected(String parameter) {
        return switch (parameter) {
            case "q" -> "Search with at most 200 letters";
            case "route" -> "Choose a route from the list";
            case "level" -> "Choose a level from 2 to 7";
            case "tier" -> "Choose a tier from the list";
            case "status" -> "Choose a status from the list";
            case "product" -> "Choose a product from the list";
            case "green" -> "Choose a green theme from the list";
            case "asOf" -> "Give a day, such as 22 November 2026 (2026-11-22 in an address)";
            case "page" -> "The number of a page counts from 1";
            case "size" -> "A page has from 1 to " + SearchParameters.LARGEST_SIZE + " results";
            default -> "“" + parameter + "” cannot be used here";
        };
    }
}

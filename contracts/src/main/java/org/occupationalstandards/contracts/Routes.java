package org.occupationalstandards.contracts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fifteen routes of the occupational map. Routes have been renamed: key on the id, read former names. */
public final class Routes {

    private static final List<Route> ALL = List.of(
            new Route(1, "Agriculture, environmental and animal care"),
            new Route(2, "Business and administration"),
            new Route(3, "Catering and hospitality"),
            new Route(4, "Education and early years"),
            new Route(5, "Construction and the built environment"),
            new Route(6, "Creative and design"),
            new Route(7, "Digital"),
            new Route(8, "Engineering and manufacturing"),
            new Route(9, "Hair and beauty"),
            new Route(10, "Health and science"),
            new Route(11, "Legal, finance and accounting"),
            new Route(12, "Protective services"),
            new Route(13, "Sales, marketing and procurement"),
            new Route(14, "Care services"),
            new Route(15, "Transport and logistics"));

    private static final Map<String, Integer> FORMER_NAMES = Map.of(
            "education and childcare", 4,
            "childcare and education", 4,
            "construction", 5,
            "social care", 14);

    private static final Map<Integer, Route> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Route::id, route -> route));

    private static final Map<String, Route> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(route -> fold(route.name()), route -> route));

    /** All routes in the order of their ids. */
    public static List<Route> all() {
        return ALL;
    }

    /** The route with that id, 1 to 15. */
    public static Optional<Route> withId(int id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The route of that name, today's or a former one; letter case and surrounding space do not matter. */
    public static Optional<Route> named(String name) {
        String folded = fold(name);
        return Optional.ofNullable(BY_NAME.get(folded))
                .or(() -> Optional.ofNullable(FORMER_NAMES.get(folded)).flatMap(Routes::withId));
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private Routes() {}
}

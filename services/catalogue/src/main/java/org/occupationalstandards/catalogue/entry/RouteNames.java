package org.occupationalstandards.catalogue.entry;

import java.util.Locale;
import java.util.Optional;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;

/** The ways in which people and addresses name a route. */
public final class RouteNames {

    /** A name for addresses: {@code health-and-science}. */
    public static String slug(Route route) {
        return slug(route.name());
    }

    /** The id of the route with that number, short name or name, today's or a former one. */
    public static Optional<Integer> find(String text) {
        if (text.matches("\\d{1,3}"))
            return Routes.withId(Integer.parseInt(text)).map(Route::id);
        return Routes.all().stream()
                .filter(each -> slug(each).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> Routes.named(text))
                .or(() -> Routes.named(text.replace('-', ' ')))
                .map(Route::id);
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private RouteNames() {}
}

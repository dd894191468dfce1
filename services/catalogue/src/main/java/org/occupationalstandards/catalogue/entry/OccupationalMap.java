package org.occupationalstandards.catalogue.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;

/**
 * Routes, their pathways, their clusters and the occupations in them.
 *
 * @param routes all fifteen, those without occupations too
 */
public record OccupationalMap(List<MapRoute> routes) {

    public OccupationalMap {
        routes = List.copyOf(routes);
    }

    /** A route with what lies in it. */
    public record MapRoute(Route route, List<Pathway> pathways) {
        public MapRoute {
            pathways = List.copyOf(pathways);
        }

        /** Occupations in the route. */
        public int count() {
            return pathways.stream().mapToInt(Pathway::count).sum();
        }
    }

    /** @param name nothing for occupations that are in a route alone; they come last */
    public record Pathway(@Nullable String name, List<Cluster> clusters) {
        public Pathway {
            clusters = List.copyOf(clusters);
        }

        /** Occupations in the pathway. */
        public int count() {
            return clusters.stream().mapToInt(each -> each.occupations().size()).sum();
        }
    }

    /** @param name nothing for occupations that are in a pathway alone; they come last */
    public record Cluster(@Nullable String name, List<Card> occupations) {
        public Cluster {
            occupations = List.copyOf(occupations);
        }
    }

    /** The map of these occupations, which keep their order. */
    public static OccupationalMap of(List<Card> cards) {
        Map<Integer, List<Card>> byRoute = new LinkedHashMap<>();
        cards.forEach(each -> byRoute.computeIfAbsent(each.route().id(), any -> new ArrayList<>())
                .add(each));
        return new OccupationalMap(Routes.all().stream()
                .map(route -> route(route, byRoute.getOrDefault(route.id(), List.of())))
                .toList());
    }

    /** The part of the map that is one route. */
    public static MapRoute route(Route route, List<Card> cards) {
        List<Pathway> pathways = new ArrayList<>();
        named(cards, Card::pathway).forEach((name, inPathway) -> {
            List<Cluster> clusters = new ArrayList<>();
            named(inPathway, Card::cluster)
                    .forEach((cluster, inCluster) -> clusters.add(new Cluster(emptyToNull(cluster), inCluster)));
            pathways.add(new Pathway(emptyToNull(name), clusters));
        });
        return new MapRoute(route, pathways);
    }

    private static Map<String, List<Card>> named(List<Card> cards, Function<Card, @Nullable String> name) {
        Map<String, List<Card>> byName = new TreeMap<>(OccupationalMap::namelessLast);
        cards.forEach(each -> {
            String text = name.apply(each);
            byName.computeIfAbsent(text == null ? "" : text, any -> new ArrayList<>())
                    .add(each);
        });
        return byName;
    }

    private static int namelessLast(String a, String b) {
        if (a.isEmpty() != b.isEmpty()) return a.isEmpty() ? 1 : -1;
        int order = a.compareToIgnoreCase(b);
        return order != 0 ? order : a.compareTo(b);
    }

    private static @Nullable String emptyToNull(String name) {
        return name.isEmpty() ? null : name;
    }
}

package org.occupationalstandards.catalogue.website;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.occupationalstandards.catalogue.entry.Card;
import org.occupationalstandards.contracts.Routes;

/** One of the fifteen routes with the number of occupations on it. */
record RouteTile(int id, String name, String count) {

    static List<RouteTile> of(List<Card> cards) {
        Map<Integer, Long> counts = cards.stream()
                .collect(Collectors.groupingBy(card -> card.route().id(), Collectors.counting()));
        return Routes.all().stream()
                .map(route -> new RouteTile(
                        route.id(),
                        route.name(),
                        Wording.count(counts.getOrDefault(route.id(), 0L), "occupation", "occupations")))
                .toList();
    }
}

package org.occupationalstandards.catalogue.website;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Card;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.contracts.Tier;

/** The map, or one route of it: cards by route, then by tier; for one route by pathway and cluster, then by level. */
record MapPage(String count, List<RoutePart> routes) {

    record RoutePart(int id, String name, String counts, boolean open, List<TierPart> tiers) {}

    record TierPart(String tier, String name, String levels, List<CardView> cards) {}

    /** @param name of a pathway or cluster; none where it is not known yet */
    record Cluster(@Nullable String name, List<TierPart> tiers) {}

    record Pathway(@Nullable String name, String anchor, List<Cluster> clusters) {}

    private static final Comparator<Card> BY_LEVEL_AND_TITLE =
            Comparator.comparingInt(Card::level).thenComparing(Card::title, String.CASE_INSENSITIVE_ORDER);

    /** @param open whether the routes' parts are shown unfolded */
    static MapPage of(List<Card> cards, boolean open, @Nullable LocalDate asOf) {
        List<RoutePart> routes = new ArrayList<>();
        for (Route route : Routes.all()) {
            List<Card> here = cards.stream()
                    .filter(card -> card.route().id() == route.id())
                    .toList();
            if (!here.isEmpty())
                routes.add(new RoutePart(
                        route.id(),
                        route.name(),
                        Wording.count(here.size(), "occupation", "occupations"),
                        open,
                        tiers(here, asOf)));
        }
        return new MapPage(Wording.count(cards.size(), "occupation", "occupations"), List.copyOf(routes));
    }

    static List<Pathway> pathways(List<Card> cards, @Nullable LocalDate asOf) {
        Map<String, Map<String, List<Card>>> grouped = new TreeMap<>(KNOWN_FIRST);
        for (Card card : cards)
            grouped.computeIfAbsent(name(card.pathway()), pathway -> new TreeMap<>(KNOWN_FIRST))
                    .computeIfAbsent(name(card.cluster()), cluster -> new ArrayList<>())
                    .add(card);
        List<Pathway> pathways = new ArrayList<>();
        grouped.forEach((pathway, clusters) -> {
            Map<String, Cluster> parts = new LinkedHashMap<>();
            clusters.forEach((cluster, here) ->
                    parts.put(cluster, new Cluster(cluster.isEmpty() ? null : cluster, tiers(here, asOf))));
            pathways.add(new Pathway(
                    pathway.isEmpty() ? null : pathway,
                    "pathway-" + (pathways.size() + 1),
                    List.copyOf(parts.values())));
        });
        return List.copyOf(pathways);
    }

    private static final Comparator<String> KNOWN_FIRST =
            Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder());

    private static String name(@Nullable String name) {
        return name == null ? "" : name.strip();
    }

    private static List<TierPart> tiers(List<Card> cards, @Nullable LocalDate asOf) {
        return Arrays.stream(Tier.values())
                .map(tier -> new TierPart(
                        tier.wireName(),
                        Wording.tiers(tier),
                        Wording.levels(tier),
                        cards.stream()
                                .filter(card -> card.tier() == tier)
                                .sorted(BY_LEVEL_AND_TITLE)
                                .map(card -> CardView.of(card, asOf))
                                .toList()))
                .toList();
    }
}

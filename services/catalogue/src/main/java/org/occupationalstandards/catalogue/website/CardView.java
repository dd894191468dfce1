package org.occupationalstandards.catalogue.website;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Card;

/**
 * An occupation in a list or on the map.
 *
 * @param place pathway and cluster, as far as they are known
 */
record CardView(
        String reference,
        String title,
        String href,
        int level,
        String tier,
        int routeId,
        String routeName,
        @Nullable String place,
        @Nullable String overview,
        String version,
        Legend status,
        List<Legend> marks) {

    static CardView of(Card card, @Nullable LocalDate asOf) {
        return new CardView(
                card.reference(),
                card.title(),
                Links.occupation(card.reference(), asOf),
                card.level(),
                Wording.tier(card.tier()),
                card.route().id(),
                card.route().name(),
                Links.place(card.pathway(), card.cluster()),
                card.overview(),
                card.version(),
                Legend.of(card.status()),
                Legend.marks(card.withoutApprenticeship(), card.products(), card.green()));
    }
}

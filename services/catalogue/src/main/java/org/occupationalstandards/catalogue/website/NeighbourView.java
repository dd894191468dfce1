package org.occupationalstandards.catalogue.website;

import java.util.Comparator;
import java.util.List;
import org.occupationalstandards.catalogue.entry.Neighbour;

/** A progression link as a line of a list. */
record NeighbourView(CardView card, Legend kind) {

    /** From here on, or to here; lower levels first. */
    static List<NeighbourView> of(List<Neighbour> neighbours, boolean onward) {
        return neighbours.stream()
                .filter(neighbour -> neighbour.onward() == onward)
                .sorted(Comparator.comparingInt(
                                (Neighbour neighbour) -> neighbour.card().level())
                        .thenComparing(neighbour -> neighbour.card().title()))
                .map(neighbour -> new NeighbourView(CardView.of(neighbour.card(), null), Legend.of(neighbour.kind())))
                .toList();
    }
}

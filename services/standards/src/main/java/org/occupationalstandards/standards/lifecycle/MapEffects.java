package org.occupationalstandards.standards.lifecycle;

import java.util.List;

/** What events about its place on the map make of a standard. */
final class MapEffects {

    static StandardState after(StandardState state, MapEvent event) {
        return switch (event) {
            case MapEvent.Reclassified moved ->
                state.next()
                        .classification(
                                new Classification(moved.level(), moved.route(), moved.pathway(), moved.cluster()))
                        .done();
            case MapEvent.GreenThemeSet set -> state.next().green(set.theme()).done();
            case MapEvent.ProgressionProposed proposed ->
                state.next()
                        .progression(Evolution.and(
                                state.progression(), new ProgressionLink(proposed.reference(), proposed.kind(), false)))
                        .done();
            case MapEvent.ProgressionConfirmed confirmed ->
                state.next()
                        .progression(state.progression().stream()
                                .map(link -> link.links(confirmed.reference(), confirmed.kind())
                                        ? new ProgressionLink(link.reference(), link.kind(), true)
                                        : link)
                                .toList())
                        .done();
            case MapEvent.ProgressionRemoved removed -> {
                List<ProgressionLink> left = state.progression().stream()
                        .filter(link -> !link.links(removed.reference(), removed.kind()))
                        .toList();
                yield state.next().progression(left).done();
            }
        };
    }

    private MapEffects() {}
}

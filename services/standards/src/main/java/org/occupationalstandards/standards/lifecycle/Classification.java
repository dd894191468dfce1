package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * Where an occupation stands on the map.
 *
 * @param level 2 to 7
 * @param route id of the route; routes have been renamed, their ids stay
 */
public record Classification(
        int level,
        int route,
        @Nullable String pathway,
        @Nullable String cluster) {}

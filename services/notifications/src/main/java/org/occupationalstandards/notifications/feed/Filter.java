package org.occupationalstandards.notifications.feed;

import java.util.List;

/**
 * Which announcements somebody wants. Each list that is not empty must hold the announcement's value; an empty one lets
 * everything through. Of routes and levels the one that a standard leaves counts as well: who follows it hears where it
 * went.
 *
 * @param references of standards, such as OCC0218
 * @param routes ids, 1 to 15
 * @param levels 2 to 7
 * @param types such as {@code standards.standard.approved.v1}
 */
public record Filter(List<String> references, List<Integer> routes, List<Integer> levels, List<String> types) {

    /** Lets everything through. */
    public static final Filter NONE = new Filter(List.of(), List.of(), List.of(), List.of());

    public Filter {
        references = List.copyOf(references);
        routes = List.copyOf(routes);
        levels = List.copyOf(levels);
        types = List.copyOf(types);
    }
}

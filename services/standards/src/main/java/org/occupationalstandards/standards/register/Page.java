package org.occupationalstandards.standards.register;

import java.util.List;

/** One page of a list; it follows the events within moments. */
public record Page<T>(List<T> items, long total, int page, int size) {
    public Page {
        items = List.copyOf(items);
    }
}

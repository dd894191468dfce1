package org.occupationalstandards.catalogue.entry;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total of all pages
 * @param page counted from 1
 * @param size most items that a page has
 */
public record Listing(List<Card> items, long total, int page, int size) {
    public Listing {
        items = List.copyOf(items);
    }
}

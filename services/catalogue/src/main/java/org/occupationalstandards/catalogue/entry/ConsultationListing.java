package org.occupationalstandards.catalogue.entry;

import java.util.List;

/**
 * One page of the consultations: open ones first, the one that closes first before the others; then those that were closed last.
 *
 * @param total of all pages
 * @param page counted from 1
 * @param size most items that a page has
 */
public record ConsultationListing(List<Consultation> items, long total, int page, int size) {
    public ConsultationListing {
        items = List.copyOf(items);
    }
}

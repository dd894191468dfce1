package org.occupationalstandards.catalogue.website;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Listing;

/**
 * A page of results.
 *
 * @param count such as “27 occupations found”
 * @param window such as “showing 26 to 27”, where there is more than one page
 * @param beyond that there are results, though none on this page, which comes after the last
 */
record ListPage(
        String count,
        @Nullable String window,
        @Nullable Beyond beyond,
        List<CardView> results,
        List<FilterTag> tags,
        String clear,
        List<PageLink> pages,
        @Nullable String previous,
        @Nullable String next) {

    /** One number of the pagination; no number stands for a gap. */
    record PageLink(@Nullable Integer number, String href, boolean current) {}

    /** A page after the last one, and where that is. */
    record Beyond(int page, int last, String href) {}

    static ListPage of(Asked asked, Listing listing) {
        int last = (int) Math.max(1, (listing.total() + listing.size() - 1) / listing.size());
        int page = listing.page();
        long first = (long) (page - 1) * listing.size() + 1;
        String window = last == 1 || listing.items().isEmpty()
                ? null
                : "showing " + first + " to " + (first + listing.items().size() - 1);
        return new ListPage(
                Wording.count(listing.total(), "occupation found", "occupations found"),
                window,
                page > last && listing.total() > 0 ? new Beyond(page, last, href(asked, last)) : null,
                listing.items().stream()
                        .map(card -> CardView.of(card, asked.search().asOf()))
                        .toList(),
                FilterTag.of(asked, "/occupations"),
                "/occupations",
                last == 1 ? List.of() : pages(asked, page, last),
                page > 1 ? href(asked, Math.min(page - 1, last)) : null,
                page < last ? href(asked, page + 1) : null);
    }

    /** First, last, and the neighbours of this page; gaps between them. */
    private static List<PageLink> pages(Asked asked, int current, int last) {
        List<PageLink> links = new ArrayList<>();
        int before = 0;
        for (int number : IntStream.rangeClosed(1, last)
                .filter(n -> n == 1 || n == last || Math.abs(n - current) <= 1)
                .toArray()) {
            if (number > before + 1) links.add(new PageLink(null, "", false));
            links.add(new PageLink(number, href(asked, number), number == current));
            before = number;
        }
        return List.copyOf(links);
    }

    private static String href(Asked asked, int page) {
        Map<String, String> parameters = asked.with("page", page == 1 ? null : Integer.toString(page));
        return Links.list(parameters);
    }
}

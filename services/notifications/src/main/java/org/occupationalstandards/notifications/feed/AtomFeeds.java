package org.occupationalstandards.notifications.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.notifications.PublicAddresses;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Writes pages of the feed as Atom. */
@Component
class AtomFeeds {

    private final PublicAddresses addresses;

    AtomFeeds(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    /** @param entries the newest first; fewer than {@code limit} on the last page */
    Feed feed(MultiValueMap<String, String> parameters, Filter filter, List<FeedEntry> entries, int limit) {
        var feed = new Feed("atom_1.0");
        feed.setId(id(filter));
        feed.setTitle(title(filter));
        var author = new Person();
        author.setName("Occupational standards");
        feed.setAuthors(List.of(author));
        feed.setUpdated(
                Date.from(entries.isEmpty() ? Instant.EPOCH : entries.getFirst().recordedAt()));
        var links = new ArrayList<Link>();
        var before = parameters.getFirst("before");
        links.add(link("self", address(parameters, before), MediaTypes.ATOM));
        links.add(link("first", address(parameters, null), MediaTypes.ATOM));
        if (entries.size() == limit) {
            var next = new Cursor(entries.getLast().position());
            links.add(link("next", address(parameters, next.toString()), MediaTypes.ATOM));
        }
        feed.setOtherLinks(links);
        feed.setEntries(entries.stream().map(this::entry).toList());
        return feed;
    }

    private static final class MediaTypes {
        static final String ATOM = "application/atom+xml";
        static final String HTML = "text/html";
        static final String JSON = "application/json";
    }

    private Entry entry(FeedEntry change) {
        var entry = new Entry();
        entry.setId(urn(change.id()));
        var told = Told.of(change);
        entry.setTitle(Wording.heading(change, told));
        var recorded = Date.from(change.recordedAt());
        entry.setPublished(recorded);
        entry.setUpdated(recorded);
        entry.setAlternateLinks(
                List.of(link("alternate", told.page(addresses.occupation(change.subject())), MediaTypes.HTML)));
        var page = addresses.publicUrl() + "/changes?limit=1&after=" + new Cursor(change.position() - 1);
        entry.setOtherLinks(List.of(link("related", page, MediaTypes.JSON)));
        var category = new Category();
        category.setTerm(change.type());
        entry.setCategories(List.of(category));
        var summary = new Content();
        summary.setType("text");
        var details = Wording.details(told);
        summary.setValue(details.isEmpty() ? Wording.heading(change, told) : details);
        entry.setSummary(summary);
        return entry;
    }

    private static String title(Filter filter) {
        var parts = new ArrayList<String>();
        filter.routes()
                .forEach(id ->
                        parts.add(Routes.withId(id).map(route -> route.name()).orElse("route " + id)));
        parts.addAll(filter.references());
        filter.levels().forEach(level -> parts.add("level " + level));
        filter.types().forEach(type -> parts.add(Wording.of(type)));
        return parts.isEmpty()
                ? "Changes to occupational standards"
                : "Changes to occupational standards: " + String.join(", ", parts);
    }

    /** The same for the same filter, whatever the size of the pages and the order of the parameters. */
    private String id(Filter filter) {
        var address = UriComponentsBuilder.fromUri(addresses.publicUrl()).path("/changes.atom");
        add(address, "reference", filter.references());
        add(address, "route", filter.routes());
        add(address, "level", filter.levels());
        add(address, "type", filter.types());
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, List<?> values) {
        if (!values.isEmpty()) address.queryParam(name, values.stream().sorted().toArray());
    }

    private String address(MultiValueMap<String, String> parameters, @Nullable String before) {
        var address = UriComponentsBuilder.fromUri(addresses.publicUrl()).path("/changes.atom");
        parameters.forEach((name, values) -> {
            if (!name.equals("before")) address.queryParam(name, values.toArray());
        });
        if (before != null) address.queryParam("before", before);
        return address.encode().toUriString();
    }

    private static Link link(String relation, String address, String type) {
        var link = new Link();
        link.setRel(relation);
        link.setHref(address);
        link.setType(type);
        return link;
    }

    private static String urn(String id) {
        try {
            return "urn:uuid:" + UUID.fromString(id).toString().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException anotherKind) {
            return "urn:occupational-standards:change:" + id;
        }
    }
}

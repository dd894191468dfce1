package org.occupationalstandards.catalogue.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.Occupation;

/** What the catalogue can be asked. Dates mean the end of that day where the standards are in force; no date means now. */
public interface Catalogue {

    /** A page of what is found, best match first where there are words, otherwise by reference. */
    Listing search(Search search, int page, int size);

    /** All that is found, by route, level and title: for the map. */
    List<Card> cards(Search search);

    /**
     * The occupation as it is, or was on that day: as recorded by then, else, before the first record, the version in force. Nothing
     * if it is, or was, unknown.
     */
    Optional<Occupation> occupation(String reference, @Nullable LocalDate asOf);

    /** First day of which anything is known of the occupation; nothing for an unknown reference. */
    Optional<LocalDate> knownSince(String reference);

    /** Approved versions, newest first; none for an unknown reference. */
    List<Version> versions(String reference);

    /** The occupation as that version says it. */
    Optional<Occupation> version(String reference, String number);

    /** The differences between two versions, in the order of the page; nothing if one of them is unknown. */
    Optional<List<Change>> redline(String reference, String from, String to);

    /** Occupations one progression link away, in either direction. */
    List<Neighbour> neighbours(String reference);

    /** The decision against that occupation, where one stands. */
    Optional<Rejection> rejection(String reference);

    /** What the public is or was asked about, without the drafts. */
    ConsultationListing consultations(int page, int size);

    /** The last consultation on that standard. */
    Optional<Consultation> consultation(String reference);

    /** The newest announcements, newest first. */
    List<RecentChange> recentChanges(int atMost);

    /** How many occupations there are in each route that has any, by its id. */
    default Map<Integer, Long> countsByRoute() {
        return cards(Search.EVERYTHING).stream()
                .collect(Collectors.groupingBy(each -> each.route().id(), Collectors.counting()));
    }
}

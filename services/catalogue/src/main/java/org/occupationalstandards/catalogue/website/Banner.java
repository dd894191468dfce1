package org.occupationalstandards.catalogue.website;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Version;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Status;

/**
 * Which version of a standard the reader has before them, what replaced it, and since when.
 *
 * @param past whether this is not what is in force now
 * @param href where today's text is, or what replaced it, if that is elsewhere
 */
record Banner(
        boolean past,
        String text,
        @Nullable String href,
        @Nullable String link) {

    /**
     * For the page of the occupation as it is now.
     *
     * @param newestFirst its versions
     * @param today whether the first of them has begun depends on it
     */
    static Banner current(Occupation occupation, List<Version> newestFirst, LocalDate today) {
        String reference = occupation.reference();
        String number = occupation.version();
        var upcoming = occupation.upcoming();
        if (upcoming != null) {
            return new Banner(
                    false,
                    "This is version " + number + since(occupation.effectiveFrom()) + ". Version " + upcoming.version()
                            + " is approved and takes its place on " + Wording.date(upcoming.effectiveFrom()) + ".",
                    Links.version(reference, upcoming.version()),
                    "Read version " + upcoming.version());
        }
        if (occupation.effectiveFrom() != null && occupation.effectiveFrom().isAfter(today)) {
            return new Banner(false, toCome(number, occupation.effectiveFrom()) + " No other is in force.", null, null);
        }
        return switch (occupation.status()) {
            case POTENTIAL ->
                new Banner(
                        false,
                        "This occupation is only potential: no standard for it has been agreed, and nothing here is in force.",
                        null,
                        null);
            case IN_DEVELOPMENT ->
                newestFirst.isEmpty()
                        ? new Banner(
                                false,
                                "This standard is being written. No version has been approved, and what you read here will change.",
                                null,
                                null)
                        : new Banner(
                                false,
                                "This is version " + number + since(occupation.effectiveFrom())
                                        + ". It stays in force while a revision is being written.",
                                "/occupations/" + reference + "/versions",
                                "All versions");
            case APPROVED ->
                new Banner(
                        false,
                        "This is version " + number + since(occupation.effectiveFrom())
                                + (newestFirst.size() > 1 ? ", the latest." : ", the only one so far."),
                        "/occupations/" + reference + "/versions",
                        "All versions");
            case RETIRED ->
                new Banner(
                        true,
                        "This standard is retired. Version " + number + " was its last"
                                + until(occupation.effectiveTo()) + ".",
                        occupation.replacedBy() == null ? null : "/occupations/" + occupation.replacedBy(),
                        occupation.replacedBy() == null ? null : "It was replaced by " + occupation.replacedBy());
            case WITHDRAWN ->
                new Banner(
                        true,
                        "Work on this standard was stopped before it was approved. Nothing here is in force.",
                        null,
                        null);
        };
    }

    /** For the page of one version. */
    static Banner version(Version version, List<Version> newestFirst, Occupation current, LocalDate day) {
        String today = "/occupations/" + current.reference();
        String latest = "Read the version that stands, " + current.version();
        if (version.effectiveFrom() != null && version.effectiveFrom().isAfter(day)) {
            boolean first = version.number().equals(current.version());
            return new Banner(
                    false,
                    toCome(version.number(), version.effectiveFrom())
                            + (first ? "" : " Until then version " + current.version() + " stands."),
                    today,
                    first ? "The occupation’s page" : latest);
        }
        LocalDate last = version.effectiveTo();
        LocalDate over = last != null && last.isBefore(day) ? last : null;
        if (version.equals(newestFirst.getFirst())) {
            if (over != null) {
                return new Banner(
                        true,
                        "This is version " + version.number() + ", which was in force until " + Wording.date(over)
                                + ". No later one has been approved.",
                        today,
                        "The occupation’s page");
            }
            return new Banner(
                    current.status() == Status.RETIRED,
                    "This is version " + version.number() + since(version.effectiveFrom()) + ", the latest.",
                    today,
                    "The occupation’s page");
        }
        Version next = newestFirst.get(newestFirst.indexOf(version) - 1);
        if (next.effectiveFrom() != null && next.effectiveFrom().isAfter(day)) {
            return new Banner(
                    false,
                    "This is version " + version.number() + since(version.effectiveFrom()) + ". Version "
                            + next.number() + " replaces it on " + Wording.date(next.effectiveFrom()) + ".",
                    Links.version(current.reference(), next.number()),
                    "Read version " + next.number());
        }
        if (over != null && next.effectiveFrom() != null && over.plusDays(1).isBefore(next.effectiveFrom())) {
            return new Banner(
                    true,
                    "This is version " + version.number() + ", which was in force until " + Wording.date(over)
                            + ". Version " + next.number() + " came after it on " + Wording.date(next.effectiveFrom())
                            + ".",
                    today,
                    latest);
        }
        return new Banner(
                true,
                "This is version " + version.number() + ", which is no longer in force. Version " + next.number()
                        + " replaced it"
                        + (next.effectiveFrom() == null ? "" : " on " + Wording.date(next.effectiveFrom())) + ".",
                today,
                latest);
    }

    /** For the page of the occupation as it was on a day. */
    static Banner asOf(Occupation occupation, LocalDate day) {
        return new Banner(
                true,
                "You are looking at this occupation as it was on " + Wording.date(day) + ": version "
                        + occupation.version() + ".",
                "/occupations/" + occupation.reference(),
                "See it as it is now");
    }

    private static String toCome(String number, LocalDate day) {
        return "This is version " + number + ", which comes into force on " + Wording.date(day) + ".";
    }

    private static String since(@Nullable LocalDate day) {
        return day == null ? "" : ", in force from " + Wording.date(day);
    }

    private static String until(@Nullable LocalDate day) {
        return day == null ? "" : ", in force until " + Wording.date(day);
    }
}

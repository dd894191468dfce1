package org.occupationalstandards.catalogue.website;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.ChangeClass;
import org.occupationalstandards.contracts.Green;
import org.occupationalstandards.contracts.ProductStatus;
import org.occupationalstandards.contracts.Tier;

/** How the site words values: plain English, British dates and money. */
final class Wording {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM uuuu", Locale.UK);

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static @Nullable String dateOrNull(@Nullable LocalDate date) {
        return date == null ? null : date(date);
    }

    /** @param zone where the day is meant */
    static String date(Instant instant, ZoneId zone) {
        return DATE.format(instant.atZone(zone));
    }

    /** A moment as clocks in that zone show it, with the name of the zone. */
    static String moment(Instant instant, String zone) {
        return MOMENT.format(instant.atZone(ZoneId.of(zone))) + " (" + zone.replace('_', ' ') + " time)";
    }

    static String pounds(int amount) {
        return String.format(Locale.UK, "£%,d", amount);
    }

    static String count(long number, String one, String many) {
        return String.format(Locale.UK, "%,d %s", number, number == 1 ? one : many);
    }

    static String tier(Tier tier) {
        return switch (tier) {
            case TECHNICAL -> "Technical occupation";
            case HIGHER_TECHNICAL -> "Higher technical occupation";
            case PROFESSIONAL -> "Professional occupation";
        };
    }

    static String tiers(Tier tier) {
        return tier(tier) + "s";
    }

    static String levels(Tier tier) {
        return switch (tier) {
            case TECHNICAL -> "Levels 2 and 3";
            case HIGHER_TECHNICAL -> "Levels 4 and 5";
            case PROFESSIONAL -> "Levels 6 and 7";
        };
    }

    static String green(Green green) {
        return switch (green) {
            case NONE -> "Not green";
            case MID -> "Mid green";
            case DARK -> "Dark green";
        };
    }

    static String productStatus(ProductStatus status) {
        return switch (status) {
            case IN_DEVELOPMENT -> "In development";
            case APPROVED_FOR_DELIVERY -> "Approved for delivery";
            case STARTS_PAUSED -> "New starts paused";
            case RETIRED -> "Retired";
        };
    }

    static String changeClass(ChangeClass changeClass) {
        return switch (changeClass) {
            case NEW -> "First version";
            case CORRECTION -> "Correction";
            case ADJUSTMENT -> "Adjustment";
            case REVISION -> "Revision";
        };
    }

    /** What happened, as the end of a sentence that begins with the title. */
    static String happened(AnnouncementType type, String version) {
        return switch (type) {
            case PROPOSED -> "proposed as a new occupation";
            case REGISTERED -> "registered with the history it already had";
            case PROPOSAL_SUBMITTED -> "proposal submitted by its employer group";
            case PROPOSAL_ACCEPTED -> "proposal accepted, development begins";
            case PROPOSAL_REJECTED -> "proposal rejected";
            case CONSULTATION_OPENED -> "consultation opened";
            case CONSULTATION_EXTENDED -> "consultation extended";
            case CONSULTATION_CLOSED -> "consultation closed";
            case SUBMITTED -> "submitted for approval";
            case RETURNED -> "returned to its employer group";
            case AGREED_WITH_CONDITIONS -> "agreed with conditions";
            case CONDITION_CLOSED -> "a condition closed";
            case REJECTED -> "rejected";
            case APPROVED -> "version " + version + " approved";
            case VERSION_IN_FORCE -> "version " + version + " came into force";
            case REVISION_STARTED -> "revision started";
            case REVISION_ABANDONED -> "revision abandoned";
            case PRODUCT_CHANGED -> "a product changed";
            case GREEN_THEME_SET -> "green theme set";
            case PROGRESSION_CHANGED -> "progression links changed";
            case RETIREMENT_PROPOSED -> "retirement proposed";
            case RETIREMENT_DECLINED -> "retirement declined";
            case RETIRED -> "retired";
            case WITHDRAWN -> "withdrawn";
            case REINSTATED -> "reinstated";
            case CORRECTED -> "record corrected";
        };
    }

    private Wording() {}
}

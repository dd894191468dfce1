package org.occupationalstandards.catalogue.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Dispositions;
import org.occupationalstandards.contracts.Occupation;

/**
 * What the public is or was asked about one standard.
 *
 * @param closesAt until when comments are taken; nothing where only the day was told
 * @param closesOn last day on which they are, in the zone
 * @param reason why a standard should be retired
 * @param draft the occupation as the draft would have it; nothing in lists, and for a retirement
 * @param closedAt when it ended; comments are answered until then
 * @param comments how many were made, where that was told
 */
public record Consultation(
        String reference,
        String title,
        Kind kind,
        Instant openedAt,
        @Nullable Instant closesAt,
        LocalDate closesOn,
        String zone,
        @Nullable String reason,
        @Nullable Occupation draft,
        @Nullable Instant closedAt,
        @Nullable Integer comments,
        @Nullable Dispositions dispositions) {

    /** What is asked. */
    public enum Kind {
        /** Whether the draft is right. */
        DRAFT,
        /** Whether the standard should end. */
        RETIREMENT;

        public String wireName() {
            return this == DRAFT ? "draft" : "retirement";
        }
    }

    /** Whether it has no result yet; comments may be answered for a while after the last was taken. */
    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whether one can still comment. */
    public boolean takesComments(Instant now) {
        var end = closesAt == null
                ? closesOn.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant()
                : closesAt;
        return isOpen() && now.isBefore(end);
    }
}

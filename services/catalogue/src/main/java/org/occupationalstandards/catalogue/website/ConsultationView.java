package org.occupationalstandards.catalogue.website;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.catalogue.entry.Consultation;
import org.occupationalstandards.contracts.Dispositions;

/**
 * What the public is or was asked about one standard, in words.
 *
 * @param open whether comments are still taken, or at least are being answered
 * @param accepting whether comments are still taken
 * @param until until when comments are or were taken
 * @param comments how many there were, where that was told
 */
record ConsultationView(
        String reference,
        String title,
        String href,
        boolean retirement,
        boolean open,
        boolean accepting,
        String question,
        String opened,
        String until,
        @Nullable String reason,
        @Nullable String closed,
        @Nullable String comments,
        @Nullable Dispositions dispositions) {

    static ConsultationView of(Consultation it, Instant now, ZoneId zone) {
        boolean retirement = it.kind() == Consultation.Kind.RETIREMENT;
        Integer comments = it.comments();
        return new ConsultationView(
                it.reference(),
                it.title(),
                Links.consultation(it.reference()),
                retirement,
                it.isOpen(),
                it.takesComments(now),
                retirement ? "Should this standard be retired?" : "Is this draft right?",
                Wording.date(it.openedAt(), zone),
                it.closesAt() == null
                        ? "the end of " + Wording.date(it.closesOn())
                        : Wording.moment(it.closesAt(), it.zone()),
                it.reason(),
                it.closedAt() == null ? null : Wording.date(it.closedAt(), zone),
                comments == null ? null : Wording.count(comments, "comment was made", "comments were made"),
                it.dispositions());
    }
}

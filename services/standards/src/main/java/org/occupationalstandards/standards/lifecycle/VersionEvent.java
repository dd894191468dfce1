package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to versions after the first. */
public sealed interface VersionEvent extends StandardEvent {

    /** Somebody has asked for a change; requests are numbered from 1 for the life of the standard. */
    record ChangeRequested(
            int request, String what, @Nullable String reason, String by, Instant at) implements VersionEvent {}

    /**
     * The next version is being written; its draft starts from the last approved one.
     *
     * @param revision number of the draft
     */
    record RevisionStarted(
            int request,
            ChangeClass changeClass,
            int revision,
            @Nullable String note,
            String by,
            Instant at) implements VersionEvent {}

    /** The change will not be made. */
    record ChangeDeclined(int request, List<String> reasons, String by, Instant at) implements VersionEvent {}

    /** The version under way is a change of this class. */
    record ChangeReclassified(ChangeClass changeClass, String reason, String by, Instant at) implements VersionEvent {}

    /** These are the dates of the version. */
    record DatesCorrected(
            String version,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate effectiveFrom,
            String reason,
            String by,
            Instant at)
            implements VersionEvent {}

    /**
     * The first day of a version has come that was approved before it; the one before is over.
     *
     * @param effectiveFrom that day
     */
    record VersionTookEffect(String version, LocalDate effectiveFrom, String by, Instant at) implements VersionEvent {}
}

package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened between spotting an occupation and the decision to develop a standard for it. */
public sealed interface ProposalEvent extends StandardEvent {

    /** An occupation is on the map as potential. */
    record StandardProposed(
            String reference,
            String title,
            int level,
            int route,
            @Nullable String pathway,
            @Nullable String cluster,
            @Nullable String overview,
            @Nullable UUID group,
            LocalDate proposedOn,
            String by,
            Instant at)
            implements ProposalEvent {}

    /**
     * The group has written down what it will say for its proposal.
     *
     * @param title the new one, nothing where it stays
     */
    record ProposalDrafted(
            @Nullable String title,
            List<GroupEmployer> employers,
            List<String> duties,
            @Nullable Integer expectedDurationMonths,
            @Nullable Integer expectedLevel,
            @Nullable Integer offTheJobPercent,
            @Nullable String transferability,
            @Nullable String fit,
            String by,
            Instant at)
            implements ProposalEvent {}

    /** The group has asked to develop the standard, which is the group's from now on. */
    record ProposalSubmitted(
            UUID group,
            List<GroupEmployer> employers,
            List<String> duties,
            int expectedDurationMonths,
            int expectedLevel,
            int offTheJobPercent,
            String transferability,
            String fit,
            Instant decisionExpectedBy,
            String by,
            Instant at)
            implements ProposalEvent {}

    /** An official found the proposal ready. */
    record ReadinessConfirmed(@Nullable String note, String by, Instant at) implements ProposalEvent {}

    /** An official found the proposal not ready; it is a draft of the group again. */
    record ProposalReturned(List<String> reasons, String by, Instant at) implements ProposalEvent {}

    /** The panel has recommended to agree, or not to. */
    record ProposalRecommended(boolean agree, @Nullable String reason, String by, Instant at)
            implements ProposalEvent {}

    /** Development is agreed once these conditions, numbered from 1, are met. */
    record ProposalAgreedWithConditions(
            List<String> conditions, @Nullable String note, LocalDate decidedOn, String by, Instant at)
            implements ProposalEvent {}

    /** A standard is being developed. */
    record ProposalAccepted(@Nullable String note, LocalDate decidedOn, String by, Instant at)
            implements ProposalEvent {}

    /** The standard belongs to this group from now on. */
    record GroupAssigned(UUID group, String reason, String by, Instant at) implements ProposalEvent {}

    /** Development was not agreed; the occupation is potential as before. */
    record ProposalRejected(List<String> reasons, LocalDate decidedOn, String by, Instant at)
            implements ProposalEvent {}
}

package org.occupationalstandards.standards.eventsourcing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.ApprovalEvent;
import org.occupationalstandards.standards.lifecycle.ConsultationEvent;
import org.occupationalstandards.standards.lifecycle.DraftEvent;
import org.occupationalstandards.standards.lifecycle.EndOfLifeEvent;
import org.occupationalstandards.standards.lifecycle.ProposalEvent;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardRegistered;

/**
 * The name under which each event is stored, for ever. A line is never changed and never goes; an event that comes to mean
 * something else gets a new revision and an upcaster from the old one.
 */
public final class StoredEventTypes {

    /**
     * @param name in kebab-case
     * @param revision counted from 1
     */
    public record Type(String name, String revision, Class<? extends StandardEvent> record) {}

    private static final List<Type> TYPES = List.of(
            type("standard-proposed", ProposalEvent.StandardProposed.class),
            type("proposal-submitted", ProposalEvent.ProposalSubmitted.class),
            type("readiness-confirmed", ProposalEvent.ReadinessConfirmed.class),
            type("proposal-recommended", ProposalEvent.ProposalRecommended.class),
            type("proposal-accepted", ProposalEvent.ProposalAccepted.class),
            type("proposal-rejected", ProposalEvent.ProposalRejected.class),
            type("draft-changed", DraftEvent.DraftChanged.class),
            type("consultation-opened", ConsultationEvent.ConsultationOpened.class),
            type("consultation-closed", ConsultationEvent.ConsultationClosed.class),
            type("submitted-for-approval", ApprovalEvent.SubmittedForApproval.class),
            type("vote-cast", ApprovalEvent.VoteCast.class),
            type("votes-invalidated", ApprovalEvent.VotesInvalidated.class),
            type("standard-approved", ApprovalEvent.StandardApproved.class),
            type("returned-with-comments", ApprovalEvent.ReturnedWithComments.class),
            type("approval-rejected", ApprovalEvent.ApprovalRejected.class),
            type("standard-withdrawn", EndOfLifeEvent.StandardWithdrawn.class),
            type("revision-withdrawn", EndOfLifeEvent.RevisionWithdrawn.class),
            type("standard-registered", StandardRegistered.class));

    private static final Map<Class<?>, Type> BY_RECORD =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(Type::record, Function.identity()));

    private static final Map<String, Type> BY_NAME =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(Type::name, Function.identity()));

    /** Every type that is stored today. */
    public static List<Type> all() {
        return TYPES;
    }

    /** The type of an event's record. */
    public static Type of(Class<?> record) {
        var type = BY_RECORD.get(record);
        if (type == null) {
            throw new IllegalStateException(record + " has no name to be stored under");
        }
        return type;
    }

    static Optional<Type> named(String name, @Nullable String revision) {
        return Optional.ofNullable(BY_NAME.get(name))
                .filter(type -> type.revision().equals(revision));
    }

    private static Type type(String name, Class<? extends StandardEvent> record) {
        return new Type(name, "1", record);
    }

    private StoredEventTypes() {}
}

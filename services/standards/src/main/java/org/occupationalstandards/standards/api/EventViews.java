package org.occupationalstandards.standards.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.eventsourcing.EventDocuments;
import org.occupationalstandards.standards.eventsourcing.Outcome;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StoredEventTypes;
import org.occupationalstandards.standards.lifecycle.ApprovalEvent;
import org.occupationalstandards.standards.lifecycle.EndOfLifeEvent;
import org.occupationalstandards.standards.lifecycle.Fact;
import org.occupationalstandards.standards.lifecycle.StandardRegistered;
import org.occupationalstandards.standards.lifecycle.VersionEvent;
import org.occupationalstandards.standards.overlap.Overlapping;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows events: those that a command led to, and those of a whole history. */
@Component
class EventViews {

    private final EventDocuments documents;

    EventViews(EventDocuments documents) {
        this.documents = documents;
    }

    /** What a command led to, under the new state's entity tag. */
    ResponseEntity<OutcomeView> answer(ResponseEntity.BodyBuilder answer, Outcome<?> outcome) {
        return answer(answer, outcome, null);
    }

    /** The same with the standards that a proposal overlaps. */
    ResponseEntity<OutcomeView> answer(
            ResponseEntity.BodyBuilder answer, Outcome<?> outcome, @Nullable List<Overlapping> overlaps) {
        return answer.eTag(Preconditions.entityTag(outcome.sequence()))
                .body(new OutcomeView(
                        outcome.reference(),
                        outcome.sequence(),
                        outcome.events().stream()
                                .map(event -> new OutcomeView.EventView(type(event), documents.of(event)))
                                .toList(),
                        overlaps));
    }

    HistoryView history(String reference, List<? extends Recorded<?>> events) {
        return new HistoryView(reference, events.stream().map(this::entry).toList());
    }

    private HistoryView.Entry entry(Recorded<?> recorded) {
        var event = recorded.event();
        return new HistoryView.Entry(
                recorded.sequence(),
                recorded.id(),
                type(event),
                event.by(),
                recorded.recordedAt(),
                effectiveFrom(event),
                documents.of(event));
    }

    static @Nullable LocalDate effectiveFrom(Fact event) {
        return switch (event) {
            case ApprovalEvent.StandardApproved approved -> approved.effectiveFrom();
            case StandardRegistered registered -> registered.effectiveFrom();
            case VersionEvent.DatesCorrected corrected -> corrected.effectiveFrom();
            case VersionEvent.VersionTookEffect took -> took.effectiveFrom();
            case EndOfLifeEvent.RetirementDecided decided -> decided.lastDay().plusDays(1);
            case EndOfLifeEvent.StandardRetired retired -> retired.lastDay().plusDays(1);
            default -> null;
        };
    }

    private static String type(Fact event) {
        return StoredEventTypes.of(event.getClass()).name();
    }
}

package org.occupationalstandards.standards.eventsourcing;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.Fact;

/**
 * Gathers the events of one transaction of a tracking processor that concern its follower, and hands them over together.
 */
final class FollowerBatch<E extends Fact> implements EventMessageHandler {

    private static final String GATHERED = FollowerBatch.class.getName();

    private final Follower<E> follower;
    private final String type;

    FollowerBatch(Follower<E> follower) {
        this.follower = follower;
        this.type = Kind.ofFacts(follower.facts()).type();
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        var stored = (DomainEventMessage<?>) message;
        // By the kind of stream and not by the class of the event: one that this version cannot read is no reason to
        // pass it over.
        if (type.equals(stored.getType())) {
            CurrentUnitOfWork.get()
                    .root()
                    .getOrComputeResource(GATHERED, key -> gathering(CurrentUnitOfWork.get()))
                    .add(RecordedEvents.of(stored, follower.facts()));
        }
        return null;
    }

    @Override
    public void prepareReset() {
        follower.forget();
    }

    private List<Recorded<E>> gathering(UnitOfWork<?> work) {
        var events = new ArrayList<Recorded<E>>();
        work.onPrepareCommit(each -> follower.take(List.copyOf(events)));
        work.afterCommit(each -> follower.kept());
        return events;
    }
}

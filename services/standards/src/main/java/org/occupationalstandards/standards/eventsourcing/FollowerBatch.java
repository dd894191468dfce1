package org.occupationalstandards.standards.eventsourcing;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Gathers the events of one transaction of a tracking processor and hands them to the follower together. */
final class FollowerBatch implements EventMessageHandler {

    private static final String GATHERED = FollowerBatch.class.getName();

    private final Follower follower;

    FollowerBatch(Follower follower) {
        this.follower = follower;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        CurrentUnitOfWork.get()
                .root()
                .getOrComputeResource(GATHERED, key -> gathering(CurrentUnitOfWork.get()))
                .add(RecordedEvents.of((DomainEventMessage<?>) message));
        return null;
    }

    private List<Recorded> gathering(UnitOfWork<?> work) {
        var events = new ArrayList<Recorded>();
        work.onPrepareCommit(each -> follower.take(List.copyOf(events)));
        work.afterCommit(each -> follower.kept());
        return events;
    }
}

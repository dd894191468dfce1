package org.occupationalstandards.standards.publishing;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.standards.eventsourcing.EventDocuments;
import org.occupationalstandards.standards.eventsourcing.Follower;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StoredEventTypes;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.publishing.CurrentStandard.Announced;
import org.occupationalstandards.standards.publishing.OutboxMessage.Channel;
import org.springframework.stereotype.Component;

/** Follows the stored events and puts their messages into the outbox, in the transaction that notes them as taken. */
@Component
class Publisher implements Follower<StandardEvent> {

    static final String NAME = "publishing";

    private final Outbox outbox;
    private final CurrentStandards standards;
    private final EventDocuments documents;
    private final Wakeup wakeup;
    private final ZoneId zone;

    /** Written and perhaps not yet committed; used by the one thread that follows. */
    private List<CurrentStandard> saved = List.of();

    Publisher(
            Outbox outbox,
            CurrentStandards standards,
            EventDocuments documents,
            Wakeup wakeup,
            LifecyclePolicy policy) {
        this.outbox = outbox;
        this.standards = standards;
        this.documents = documents;
        this.wakeup = wakeup;
        this.zone = policy.zone();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<StandardEvent> facts() {
        return StandardEvent.class;
    }

    /** Everybody else waits for it. */
    @Override
    public Duration gathering() {
        return Duration.ofMillis(25);
    }

    @Override
    public void take(List<Recorded<StandardEvent>> events) {
        var batch = new Batch(outbox.heads());
        events.forEach(batch::add);
        outbox.append(batch.messages);
        standards.save(batch.standards.values(), batch.announced);
        saved = List.copyOf(batch.standards.values());
    }

    @Override
    public void kept() {
        standards.remember(saved);
        wakeup.call();
    }

    /** The messages of one transaction while they are put together. */
    private final class Batch {

        private final List<OutboxMessage> messages = new ArrayList<>();
        private final Map<String, CurrentStandard> standards = new LinkedHashMap<>();
        private final Set<String> announced = new HashSet<>();
        private long number;
        private long position;

        Batch(Outbox.Heads heads) {
            this.number = heads.number();
            this.position = heads.position();
        }

        void add(Recorded<StandardEvent> event) {
            var before = standards.computeIfAbsent(
                    event.reference(), reference -> Publisher.this.standards.before(reference, event.sequence()));
            var after = before.standard().after(event, before.standard().state().after(event.event()));
            var current = switch (Announcing.of(event, before.standard().state(), after.state(), zone)) {
                case Publication.Internal internal -> {
                    message(
                            event,
                            Channel.WORKFLOW,
                            null,
                            before.workflowSequence(),
                            workflowType(event),
                            workflow(event));
                    yield before.afterInternal(after, event);
                }
                case Publication.Public told -> {
                    var announcement = told.announcement();
                    position++;
                    announced.add(event.reference());
                    message(
                            event,
                            Channel.EVENTS,
                            position,
                            before.announcedSequence(),
                            AnnouncementType.of(announcement).wireName(),
                            PublishedJson.MAPPER.writeValueAsBytes(announcement));
                    yield before.afterPublic(after, announced(event, position, announcement, before));
                }
            };
            standards.put(event.reference(), current);
        }

        private void message(
                Recorded<StandardEvent> event,
                Channel channel,
                @Nullable Long place,
                long previous,
                String type,
                byte[] data) {
            number++;
            messages.add(new OutboxMessage(
                    number,
                    channel,
                    place,
                    event.reference(),
                    event.sequence(),
                    previous,
                    event.id(),
                    type,
                    event.recordedAt(),
                    event.traceparent(),
                    data));
        }
    }

    private static Announced announced(
            Recorded<StandardEvent> event, long position, Announcement announcement, CurrentStandard before) {
        return new Announced(
                event.sequence(), position, event.id(), event.recordedAt(), announcement.after(before.occupation()));
    }

    private static String workflowType(Recorded<StandardEvent> event) {
        var type = StoredEventTypes.of(event.event().getClass());
        return "standards.workflow." + type.name() + ".v" + type.revision();
    }

    private byte[] workflow(Recorded<StandardEvent> event) {
        var data = PublishedJson.MAPPER.createObjectNode();
        data.put("reference", event.reference());
        data.put("sequence", event.sequence());
        data.put("recordedAt", event.recordedAt().toString());
        data.set("event", documents.of(event.event()));
        return PublishedJson.MAPPER.writeValueAsBytes(data);
    }
}

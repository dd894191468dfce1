package org.occupationalstandards.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.occupationalstandards.platform.intake.Arrival;
import org.occupationalstandards.platform.intake.Incoming;
import org.occupationalstandards.platform.intake.Recipient;
import org.occupationalstandards.platform.intake.Unreadable;
import org.springframework.transaction.support.TransactionTemplate;

/** Announces as the relay does: positions without gaps, sequences that point to the one before. */
final class Announcer {

    private final RunningService service;
    private final Map<String, Long> last = new HashMap<>();
    private long position;

    Announcer(RunningService service) {
        this.service = service;
    }

    /** One announcement. */
    record Told(long position, String id, String type, String subject, long sequence, byte[] data) {}

    /** A standard is approved, at level 2 on route 10. */
    Told approved(String reference) {
        return announce(reference, "standards.standard.approved.v1", 2, 10);
    }

    synchronized Told announce(String reference, String type, int level, int route) {
        long previous = last.getOrDefault(reference, 0L);
        long sequence = previous + 1;
        last.put(reference, sequence);
        var told = new Told(
                ++position,
                UUID.randomUUID().toString(),
                type,
                reference,
                sequence,
                data(reference, sequence, level, route));
        send(List.of(incoming(told, previous)));
        return told;
    }

    private static byte[] data(String reference, long sequence, int level, int route) {
        return RunningService.JSON.writeValueAsBytes(Map.of(
                "reference",
                reference,
                "title",
                "Title of " + reference,
                "sequence",
                sequence,
                "version",
                "1.0",
                "statusAfter",
                "approved",
                "level",
                level,
                "route",
                Map.of("id", route, "name", "Route " + route),
                "changes",
                List.of()));
    }

    private static Incoming incoming(Told told, long previous) {
        var time = Instant.parse("2026-08-03T10:00:00Z").plusSeconds(told.position());
        return new Incoming(
                told.id(),
                told.type(),
                told.subject(),
                time,
                told.sequence(),
                previous,
                told.position(),
                Map.of("time", time.toString(), "source", "/standards"),
                null,
                told.data());
    }

    @SuppressWarnings("unchecked")
    private void send(List<Incoming> messages) {
        var recipient = (Recipient<Object>) service.bean(Recipient.class);
        service.bean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            var arrivals = new ArrayList<Arrival<Object>>();
            for (var message : messages) {
                try {
                    arrivals.add(new Arrival<>(message, recipient.read(message)));
                } catch (Unreadable unreadable) {
                    throw new AssertionError(unreadable);
                }
            }
            recipient.take(arrivals);
        });
    }
}

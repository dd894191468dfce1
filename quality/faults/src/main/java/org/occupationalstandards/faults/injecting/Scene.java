package org.occupationalstandards.faults.injecting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.faults.history.Command;
import org.occupationalstandards.faults.history.Command.Outcome;
import org.occupationalstandards.faults.history.Injected;
import org.occupationalstandards.faults.load.Commands;
import org.occupationalstandards.faults.load.Receiver;
import org.occupationalstandards.faults.load.Web;
import org.occupationalstandards.faults.running.Cluster;
import org.occupationalstandards.faults.running.Pause;
import org.occupationalstandards.faults.running.ServiceProcess;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where faults happen.
 *
 * @param commands what faults ask of the write side, and what the load asks
 * @param steady a receiver that nothing is done to
 * @param troubled a receiver to which things are done
 * @param moments says when, the same for the same seed
 * @param injected what faults put onto the topic that nobody decided; they add to it
 */
public record Scene(
        Cluster cluster,
        Web web,
        Commands commands,
        Receiver steady,
        Receiver troubled,
        Random moments,
        List<Injected> injected) {

    /** How long a service may take to be ready again. */
    static final Duration RECOVERY = Duration.ofMinutes(5);

    /** What is promised: from the end of an instance until another sends. */
    private static final Duration LONGEST_HANDOVER = Duration.ofSeconds(15);

    void awaitAllReady() {
        cluster.services().forEach(service -> service.awaitReady(RECOVERY));
    }

    /** Waits for a moment that the seed decides. */
    void awaitMoment(int longestMillis) {
        Pause.of(Duration.ofMillis(moments.nextInt(longestMillis)));
    }

    static void await(String what, Duration longest, BooleanSupplier condition) {
        Instant end = Instant.now().plus(longest);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) throw new IllegalStateException("Not within " + longest + ": " + what);
            Pause.of(Duration.ofMillis(100));
        }
    }

    /** The write-side instance that sends the outbox now. */
    ServiceProcess relaying() {
        await(
                "an instance relays",
                RECOVERY,
                () -> relayOwner() != 0 && cluster.serviceOf(relayOwner()).isPresent());
        return cluster.serviceOf(relayOwner()).orElseThrow();
    }

    /** Waits until the relay has noted that something was sent. */
    void awaitRelayNotes() {
        long before = sentThrough();
        await("the relay notes what it has sent", RECOVERY, () -> sentThrough() > before);
    }

    private long sentThrough() {
        return cluster.database().number("SELECT sent_through FROM standards.relay");
    }

    /**
     * How long after that moment the first of what is decided from now on is on the topic.
     *
     * @throws IllegalStateException where that is longer than is promised
     */
    Duration untilSent(Instant moment) {
        try (Topic topic = new Topic(cluster.bootstrapServers())) {
            long position = cluster.database().number("SELECT max(position) FROM standards.outbox");
            await("what is decided now is on the topic", RECOVERY, () -> topic.countAfter(position) > 0);
        }
        Duration handover = Duration.between(moment, Instant.now());
        if (handover.compareTo(LONGEST_HANDOVER) > 0) {
            throw new IllegalStateException("The other instance sent only after " + handover);
        }
        return handover;
    }

    /** Number of the process that has the lease, 0 for none. */
    long relayOwner() {
        return cluster.database()
                .number("SELECT split_part(owner, '-', 1) FROM standards.relay WHERE owner IS NOT NULL");
    }

    /** Waits until what is decided by now and is for the public is at the steady receiver and in the catalogue. */
    public void awaitCaughtUp() {
        String last = cluster.database().text("""
                SELECT event_id || ' ' || reference || ' ' || sequence_number + 1 FROM standards.stored_event
                 WHERE aggregate_type = 'standard' AND payload_type <> 'draft-changed'
                 ORDER BY global_index DESC LIMIT 1""");
        if (last.isEmpty()) return;
        String[] parts = last.split(" ");
        await(
                "the last event is at a receiver",
                RECOVERY,
                () -> steady.received().stream().anyMatch(seen -> seen.id().equals(parts[0])));
        await("the last event is in the catalogue", RECOVERY, () -> shownAt(parts[1]) >= Long.parseLong(parts[2]));
    }

    /**
     * Waits until no delivery is held by an attempt that a killed process had begun: claims last a minute, an attempt at a
     * webhook a quarter of one.
     */
    public void awaitNoAbandonedAttempts() {
        await(
                "the claims of killed processes have run out",
                RECOVERY,
                () -> cluster.database().number("""
                SELECT count(*) FROM notifications.lane
                 WHERE claim IS NOT NULL AND due_at < now() + interval '40 seconds'""") == 0);
    }

    /** After a fault that went wrong: starts what is missing, so that the others can still happen. */
    public void putRight() {
        if (!cluster.brokerAnswers()) cluster.startBroker();
        troubled.answer(200);
        for (ServiceProcess service : cluster.services()) {
            if (!service.isAlive()) service.start();
        }
    }

    /** A new standard. */
    String propose() {
        return required(done(commands.propose()).reference());
    }

    /** One step of a standard that stands at that sequence. */
    Command step(String reference, String command, long sequence) {
        return done(commands.step(reference, command, sequence, "{\"reason\": \"Part of a trial.\"}"));
    }

    private static Command done(Command command) {
        if (command.outcome() != Outcome.ACKNOWLEDGED) throw new IllegalStateException("Not done: " + command);
        return command;
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /** Sequence at which the catalogue shows a standard, 0 where it does not. */
    long shownAt(String reference) {
        var answer = web.send(web.as("official", cluster.service("catalogue").address("/occupations/" + reference))
                .header("Accept", "application/json"));
        if (answer.isEmpty() || answer.get().statusCode() != 200) return 0;
        return JsonMapper.shared()
                .readTree(answer.get().body())
                .path("sequence")
                .asLong();
    }

    /** Sum of a metric of that service over its labels, 0 where it has none. */
    double metric(String service, String name) {
        var answer = web.send(web.as("official", cluster.service(service).address("/actuator/prometheus")));
        if (answer.isEmpty()) return 0;
        return answer.get()
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}

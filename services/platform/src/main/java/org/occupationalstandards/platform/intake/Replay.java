package org.occupationalstandards.platform.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic into a schema from where its ledger is. No group: a few readers take one partition after the other to its
 * end, so that a batch, a transaction each, is about few standards and many announcements of each. What has come since then
 * they read from all partitions, a share each.
 */
final class Replay<A> {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);

    private static final Duration FOR_THE_FIRST = Duration.ofMillis(200);

    /** How long a batch waits for more, once there is something in it. */
    private static final Duration FOR_MORE = Duration.ofMillis(5);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int MOST_TRIES = 8;

    private final String topic;
    private final IntakeFactory.Workings<A> workings;
    private final Map<String, Object> configuration;
    private final RebuildSettings settings;
    private final LongAdder takenIn = new LongAdder();
    private final List<Thread> readers = new ArrayList<>();
    private CountDownLatch end = new CountDownLatch(0);
    private volatile @Nullable RuntimeException problem;

    Replay(
            String topic,
            IntakeFactory.Workings<A> workings,
            Map<String, Object> configuration,
            RebuildSettings settings) {
        this.topic = topic;
        this.workings = workings;
        this.configuration = configuration;
        this.settings = settings;
    }

    String topic() {
        return topic;
    }

    /** @param partitions how many the topic has */
    void start(int partitions) {
        end = new CountDownLatch(1);
        int count = Math.min(settings.readers(), partitions);
        Queue<TopicPartition> all = new ConcurrentLinkedQueue<>();
        for (int each = 0; each < partitions; each++) all.add(new TopicPartition(topic, each));
        for (int reader = 0; reader < count; reader++) {
            List<TopicPartition> share = new ArrayList<>();
            for (int each = reader; each < partitions; each += count) share.add(new TopicPartition(topic, each));
            CountDownLatch untilThen = end;
            readers.add(Thread.ofPlatform().name("rebuild-" + reader).start(() -> run(all, share, untilThen)));
        }
    }

    /** Returns when the batches that were under way are in. */
    void stop() throws InterruptedException {
        end.countDown();
        for (Thread each : readers) each.join();
        readers.clear();
    }

    /** Messages since this process began. */
    long takenIn() {
        return takenIn.sum();
    }

    /** Where the ledger is. */
    Map<Integer, Long> nextOffsets() {
        return workings.ledger().nextOffsets();
    }

    /** What operators decided meanwhile, as far as it concerns messages that wait here too. */
    void carryOutDecisions() {
        workings.attendant().letDecidedGoOn();
    }

    /** @throws RuntimeException why a reader gave up, if one did */
    void check() {
        RuntimeException trouble = problem;
        if (trouble != null) throw trouble;
    }

    private void run(Queue<TopicPartition> all, List<TopicPartition> share, CountDownLatch untilThen) {
        try (var consumer = new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            for (TopicPartition next = all.poll(); next != null && untilThen.getCount() > 0; next = all.poll()) {
                readToTheEnd(consumer, next, untilThen);
            }
            Map<TopicPartition, Long> sought = begin(consumer, share);
            while (untilThen.getCount() > 0) readOn(consumer, sought, untilThen);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("The rebuild of {} cannot go on", topic, e);
            problem = e;
        }
    }

    /** Where it ends now. */
    private void readToTheEnd(KafkaConsumer<String, byte[]> consumer, TopicPartition place, CountDownLatch untilThen)
            throws InterruptedException {
        Map<TopicPartition, Long> sought = begin(consumer, List.of(place));
        long goal = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
        while (untilThen.getCount() > 0 && consumer.position(place) < goal) readOn(consumer, sought, untilThen);
    }

    private void readOn(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> sought, CountDownLatch untilThen)
            throws InterruptedException {
        List<Letter> letters = batch(consumer);
        if (!letters.isEmpty()) takeIn(consumer, letters, sought, untilThen);
    }

    private Map<TopicPartition, Long> begin(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> places) {
        consumer.assign(places);
        Map<Integer, Long> next = nextOffsets();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(places);
        Map<TopicPartition, Long> sought = new HashMap<>();
        for (TopicPartition place : places) {
            long wanted = next.getOrDefault(place.partition(), 0L);
            consumer.seek(place, Math.max(wanted, beginnings.getOrDefault(place, 0L)));
            sought.put(place, wanted);
        }
        return sought;
    }

    private List<Letter> batch(KafkaConsumer<String, byte[]> consumer) {
        List<Letter> letters = new ArrayList<>();
        long bytes = 0;
        Duration patience = FOR_THE_FIRST;
        while (letters.size() < settings.batchSize()
                && bytes < settings.batchBytes().toBytes()) {
            ConsumerRecords<String, byte[]> polled = consumer.poll(patience);
            if (polled.isEmpty()) break;
            for (ConsumerRecord<String, byte[]> each : polled) {
                Letter letter = Letter.of(each);
                letters.add(letter);
                bytes += letter.bytes().length;
            }
            patience = FOR_MORE;
        }
        return letters;
    }

    /** Tries for about a minute: a database that restarts is back by then. */
    private void takeIn(
            KafkaConsumer<String, byte[]> consumer,
            List<Letter> letters,
            Map<TopicPartition, Long> sought,
            CountDownLatch untilThen)
            throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                Reception.Outcome outcome = workings.reception().receive(letters, sought);
                letters.forEach(each -> sought.remove(each.place()));
                outcome.outOfStep().forEach((place, next) -> {
                    consumer.seek(place, next);
                    sought.put(place, next);
                });
                workings.attendant().letGoOn(outcome.healed());
                takenIn.add(letters.size());
                return;
            } catch (RuntimeException e) {
                if (attempt == MOST_TRIES || untilThen.await(pause.toMillis(), TimeUnit.MILLISECONDS)) throw e;
                log.warn("A batch of the rebuild is tried again, because of {}", e.toString());
                pause = pause.multipliedBy(2);
            }
        }
    }
}

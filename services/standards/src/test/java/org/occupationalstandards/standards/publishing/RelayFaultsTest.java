package org.occupationalstandards.standards.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.platform.topics.TopicCreation;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.standards.running.Topic;
import org.occupationalstandards.standards.running.Topic.Message;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;

class RelayFaultsTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final Duration HANDOVER = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @BeforeAll
    static void patience() {
        org.awaitility.Awaitility.setDefaultTimeout(PATIENCE);
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
        org.awaitility.Awaitility.reset();
    }

    @Test
    void commands_are_accepted_while_the_broker_is_away_and_announced_when_it_is_back() {
        try (var broker = Testbed.ownBroker();
                var service = RunningStandards.start(ISSUER, Testbed.freshDatabase(), broker.bootstrapServers())) {
            var topic = new Topic(broker.bootstrapServers(), Topics.EVENTS);
            var before = Proposals.propose(service);
            topic.await(PATIENCE, 1, each -> before.equals(each.key()));

            broker.stop();
            var references = Proposals.propose(service, 20);
            references.forEach(reference -> Proposals.change(service, reference, true));
            await().until(() -> metric(service, "standards.relay.backlog") == 40);
            await().until(() -> metric(service, "standards.relay.lag") > 1);
            await().untilAsserted(() -> assertThat(
                            service.bean(RelayState.class).health().getDetails())
                    .containsKey("lastError"));
            broker.start();

            topic.await(PATIENCE, 41, each -> true);
            exactlyOnceInOrder(topic.messages(), 41);
            await().until(() -> metric(service, "standards.relay.backlog") == 0);
            assertThat(metric(service, "standards.relay.lag")).isZero();
            assertThat(metric(service, "standards.relay.active")).isEqualTo(1);
        }
    }

    @Test
    void a_service_that_starts_before_its_broker_announces_once_there_is_one() {
        try (var broker = Testbed.ownBroker()) {
            broker.stop();
            try (var service = RunningStandards.start(ISSUER, Testbed.freshDatabase(), broker.bootstrapServers())) {
                var references = Proposals.propose(service, 5);
                broker.start();

                await().ignoreExceptions()
                        .until(() -> service.bean(TopicCreation.class).done().isDone());
                var topic = new Topic(broker.bootstrapServers(), Topics.EVENTS);
                topic.await(PATIENCE, 5, each -> references.contains(each.key()));
                exactlyOnceInOrder(topic.messages(), 5);
            }
        }
    }

    @Test
    void of_two_instances_one_sends_and_the_other_takes_over_in_time() {
        var database = Testbed.freshDatabase();
        try (var broker = Testbed.ownBroker();
                var other = RunningStandards.start(ISSUER, database, broker.bootstrapServers())) {
            var topic = new Topic(broker.bootstrapServers(), Topics.EVENTS);
            try (var one = RunningStandards.start(ISSUER, database, broker.bootstrapServers())) {
                for (int i = 0; i < 20; i++) {
                    Proposals.propose(i % 2 == 0 ? one : other);
                }
                topic.await(PATIENCE, 20, each -> true);
                assertThat(metric(one, "standards.relay.active") + metric(other, "standards.relay.active"))
                        .isEqualTo(1);
                exactlyOnceInOrder(topic.messages(), 20);
            }
            var last = Proposals.propose(other);
            topic.await(HANDOVER, 1, each -> last.equals(each.key()));
            exactlyOnceInOrder(topic.messages(), 21);
        }
    }

    @Test
    void an_instance_that_dies_without_a_word_is_replaced_in_time() {
        var database = Testbed.freshDatabase();
        try (var broker = Testbed.ownBroker();
                var service = RunningStandards.start(ISSUER, database, broker.bootstrapServers())) {
            var topic = new Topic(broker.bootstrapServers(), Topics.EVENTS);
            Proposals.propose(service);
            topic.await(PATIENCE, 1, each -> true);
            // What a killed instance leaves behind: a claim on the stored events and a lease on the outbox.
            var jdbc = service.bean(JdbcClient.class);
            jdbc.sql("UPDATE follower_token SET owner = 'dead' WHERE processor_name = ?")
                    .param(Publisher.NAME)
                    .update();
            jdbc.sql("UPDATE relay SET owner = 'dead', lease_until = clock_timestamp() + interval '8 seconds'")
                    .update();
            var reference = Proposals.propose(service);

            topic.await(HANDOVER, 1, each -> reference.equals(each.key()));
            exactlyOnceInOrder(topic.messages(), 2);
        }
    }

    @Test
    void what_the_topic_has_lost_is_sent_again_with_the_same_ids_and_bytes() throws Exception {
        var database = Testbed.freshDatabase();
        try (var broker = Testbed.ownBroker()) {
            var topic = new Topic(broker.bootstrapServers(), Topics.EVENTS);
            List<Message> before;
            try (var service = RunningStandards.start(ISSUER, database, broker.bootstrapServers())) {
                var references = Proposals.propose(service, 15);
                references.forEach(reference -> Proposals.change(service, reference, true));
                topic.await(PATIENCE, 30, each -> true);
                await().until(() -> metric(service, "standards.relay.backlog") == 0);
                before = topic.messages();
            }

            var lostPartitions = loseTheEnd(broker.bootstrapServers(), before);
            assertThat(topic.messages()).hasSizeLessThan(30).isNotEmpty();

            try (var service = RunningStandards.start(ISSUER, database, broker.bootstrapServers())) {
                topic.await(PATIENCE, 30, each -> true);
                assertThat(metric(service, "standards.relay.resent")).isGreaterThan(0);
                var next = Proposals.propose(service);
                topic.await(PATIENCE, 1, each -> next.equals(each.key()));
            }
            var after = topic.messages(each -> each.position() <= 30);
            assertThat(after).hasSize(30);
            assertThat(after.stream().map(RelayFaultsTest::content))
                    .containsExactlyInAnyOrderElementsOf(
                            before.stream().map(RelayFaultsTest::content).toList());
            assertThat(lostPartitions).isNotEmpty();
            exactlyOnceInOrder(topic.messages(), 31);
        }
    }

    @Test
    void what_others_put_at_the_end_neither_stops_the_relay_nor_hides_what_is_missing() throws Exception {
        var database = Testbed.freshDatabase();
        try (var broker = Testbed.ownBroker()) {
            var topic = new Topic(broker.bootstrapServers(), Topics.EVENTS);
            List<Message> before;
            try (var service = RunningStandards.start(ISSUER, database, broker.bootstrapServers())) {
                var references = Proposals.propose(service, 15);
                references.forEach(reference -> Proposals.change(service, reference, true));
                topic.await(PATIENCE, 30, each -> true);
                await().until(() -> metric(service, "standards.relay.backlog") == 0);
                before = topic.messages();
            }
            loseTheEnd(broker.bootstrapServers(), before);
            putGarbageLast(broker.bootstrapServers(), before.getFirst());

            try (var service = RunningStandards.start(ISSUER, database, broker.bootstrapServers())) {
                topic.await(PATIENCE, 30, RelayFaultsTest::ours);
                Proposals.propose(service);
                topic.await(PATIENCE, 31, RelayFaultsTest::ours);
            }
            exactlyOnceInOrder(topic.messages(RelayFaultsTest::ours), 31);
        }
    }

    @Test
    void what_the_topic_loses_while_the_relay_runs_is_sent_again() throws Exception {
        try (var broker = Testbed.ownBroker();
                var service = RunningStandards.start(ISSUER, Testbed.freshDatabase(), broker.bootstrapServers())) {
            var topic = new Topic(broker.bootstrapServers(), Topics.EVENTS);
            var references = Proposals.propose(service, 15);
            references.forEach(reference -> Proposals.change(service, reference, true));
            topic.await(PATIENCE, 30, each -> true);
            await().until(() -> metric(service, "standards.relay.backlog") == 0);
            var before = topic.messages();

            loseTheEnd(broker.bootstrapServers(), before);
            // Enough for each partition to hear of one; what was lost is found out by the first in a partition that was
            // cut.
            Proposals.propose(service, 40);

            await().untilAsserted(() -> assertThat(
                            topic.messages().stream().map(Message::position).distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 70).boxed().toList()));
            assertThat(topic.messages(each -> each.position() <= 30).stream()
                            .map(RelayFaultsTest::content)
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            before.stream().map(RelayFaultsTest::content).toList());
            assertThat(metric(service, "standards.relay.resent")).isGreaterThan(0);
        }
    }

    private static boolean ours(Message message) {
        return message.headers().getOrDefault("ce_source", "").equals("/standards");
    }

    /** In each partition: no headers at all, no number, one far ahead, and the id of a message that is not this one. */
    private static void putGarbageLast(String bootstrapServers, Message real) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringSerializer(),
                new StringSerializer())) {
            for (int partition = 0;
                    partition < producer.partitionsFor(Topics.EVENTS).size();
                    partition++) {
                producer.send(new ProducerRecord<>(Topics.EVENTS, partition, null, "nothing"))
                        .get();
                for (var headers : List.of(
                        Map.of("ce_id", "x", "ce_position", "abc"),
                        Map.of("ce_id", "x", "ce_position", "999999999"),
                        Map.of("ce_id", real.id(), "ce_position", "999999999"))) {
                    var garbage = new ProducerRecord<>(Topics.EVENTS, partition, "OCC0000", "{}");
                    headers.forEach((name, value) -> garbage.headers().add(name, value.getBytes()));
                    producer.send(garbage).get();
                }
            }
        }
    }

    /** The topic as a broker would have it that came back with less: some partitions whole, some cut, some empty. */
    private static HashSet<Integer> loseTheEnd(String bootstrapServers, List<Message> before) throws Exception {
        var lost = new HashSet<Integer>();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            int partitions = admin.describeTopics(List.of(Topics.EVENTS))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
            admin.deleteTopics(List.of(Topics.EVENTS)).all().get();
            await().ignoreExceptions().until(() -> {
                admin.createTopics(List.of(
                                new org.apache.kafka.clients.admin.NewTopic(Topics.EVENTS, partitions, (short) 1)))
                        .all()
                        .get();
                return true;
            });
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringSerializer(),
                new StringSerializer())) {
            for (var message : before) {
                var keep = switch (message.partition() % 3) {
                    case 0 -> true;
                    case 1 -> message.offset() < 1;
                    default -> false;
                };
                if (keep) {
                    var copy = new ProducerRecord<>(Topics.EVENTS, message.partition(), message.key(), message.value());
                    message.headers().forEach((name, value) -> copy.headers().add(name, value.getBytes()));
                    producer.send(copy).get();
                } else {
                    lost.add(message.partition());
                }
            }
        }
        return lost;
    }

    private static String content(Message message) {
        return message.key() + message.headers() + message.value();
    }

    /** Positions 1 to count, each once, in order within each partition, each standard's sequences linked. */
    private static void exactlyOnceInOrder(List<Message> messages, int count) {
        assertThat(messages.stream().map(Message::position).sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        partitions(messages)
                .forEach(partition ->
                        assertThat(partition).extracting(Message::position).isSorted());
        messages.stream().map(Message::key).distinct().forEach(key -> {
            long last = 0;
            for (var message : messages.stream()
                    .filter(each -> java.util.Objects.equals(each.key(), key))
                    .toList()) {
                assertThat(message.header("ce_previoussequence")).isEqualTo(Long.toString(last));
                last = message.sequence();
            }
        });
    }

    private static Stream<List<Message>> partitions(List<Message> messages) {
        return messages.stream()
                .map(Message::partition)
                .distinct()
                .map(partition -> messages.stream()
                        .filter(each -> each.partition() == partition)
                        .toList());
    }

    private static double metric(RunningStandards service, String name) {
        var registry = service.bean(MeterRegistry.class);
        var gauge = registry.find(name).gauge();
        if (gauge != null) {
            return gauge.value();
        }
        var counter = registry.find(name).counter();
        if (counter == null) {
            throw new AssertionError("no metric " + name);
        }
        return counter.count();
    }
}

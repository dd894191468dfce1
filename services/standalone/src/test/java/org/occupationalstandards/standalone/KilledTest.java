package org.occupationalstandards.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.embedded.Ports;
import tools.jackson.databind.JsonNode;

/**
 * Killed while the example is loading and while commands come in, started again, killed again: nothing that was
 * acknowledged is lost, nothing is announced out of order, and the example goes on without repeating anything.
 */
class KilledTest {

    private static final List<String> WHOLE_LIFE = List.of(
            "standard-proposed",
            "proposal-submitted",
            "readiness-confirmed",
            "proposal-recommended",
            "proposal-accepted",
            "draft-changed",
            "consultation-opened",
            "consultation-closed",
            "submitted-for-approval",
            "vote-cast",
            "vote-cast",
            "vote-cast",
            "standard-approved",
            "product-added",
            "product-approved");

    private final int httpPort = Ports.freeInARow(Options.HTTP_PORTS);
    private final int kafkaPort = Ports.free();
    private final Addresses addresses = new Addresses(httpPort, kafkaPort);

    @TempDir
    Path parent;

    @Test
    void losesNothingAndRepeatsNothing() throws Exception {
        var load = new Load(addresses);
        var running = start();
        running.untilItSays("The identity service is ready");
        try (load) {
            // The occupations are being imported.
            load.untilMoreAreAcknowledged(20);
            running.kill();

            running = start();
            running.untilItSays("The chair saves the draft");
            load.untilMoreAreAcknowledged(20);
            running.kill();

            running = start();
            running.untilItSays("Press Ctrl-C to stop");
            load.untilMoreAreAcknowledged(20);
        }

        var api = new Api(addresses);
        assertThat(types(history(api, ExampleJourney.REFERENCE))).isEqualTo(WHOLE_LIFE);
        everyAcknowledgedCommandIsInTheHistory(api, load);
        var announced = announced();
        everyStandardIsAnnouncedInOrder(api, load, announced);
        everyOccupationOfFactIsAnnouncedOnce(announced);
        assertThat(running.stop()).isZero();

        running = start();
        running.untilItSays("Press Ctrl-C to stop");
        assertThat(running.said())
                .doesNotContain("occupations of fact")
                .doesNotContain(ExampleJourney.REFERENCE + "  ");
        assertThat(types(history(api, ExampleJourney.REFERENCE))).isEqualTo(WHOLE_LIFE);
        assertThat(running.stop()).isZero();
    }

    private Program start() {
        return Program.start(
                "--data",
                parent.resolve("data").toString(),
                "--http-port",
                Integer.toString(httpPort),
                "--kafka-port",
                Integer.toString(kafkaPort));
    }

    private static void everyAcknowledgedCommandIsInTheHistory(Api api, Load load) {
        for (var acknowledged : load.acknowledged()) {
            assertThat(history(api, acknowledged.reference()))
                    .as(acknowledged.toString())
                    .anyMatch(event -> event.get("sequence").asLong() == acknowledged.sequence());
        }
    }

    private static void everyStandardIsAnnouncedInOrder(
            Api api, Load load, Map<String, Map<String, ConsumerRecord<String, String>>> announced) {
        for (var reference : load.references()) {
            var messages = announced.getOrDefault(reference, Map.of());
            long previous = 0;
            for (var message : messages.values()) {
                assertThat(Long.parseLong(header(message, "ce_previoussequence")))
                        .isEqualTo(previous);
                previous = Long.parseLong(header(message, "ce_sequence"));
            }
            var ids = StreamSupport.stream(history(api, reference).spliterator(), false)
                    .map(event -> event.get("id").asString())
                    .toList();
            assertThat(messages.keySet()).containsExactlyElementsOf(ids);
        }
    }

    private static void everyOccupationOfFactIsAnnouncedOnce(
            Map<String, Map<String, ConsumerRecord<String, String>>> announced) {
        var messagesOfEach = announced.entrySet().stream()
                .filter(each -> each.getKey().compareTo(Load.FIRST_REFERENCE) < 0)
                .filter(each -> !each.getKey().equals(ExampleJourney.REFERENCE))
                .map(each -> each.getValue().size())
                .toList();
        assertThat(messagesOfEach).hasSize(683).containsOnly(1);
    }

    private static Iterable<JsonNode> history(Api api, String reference) {
        return api.getAs("official", api.addresses().standards() + "/standards/" + reference + "/history")
                .expecting(200)
                .json()
                .get("events");
    }

    private static List<String> types(Iterable<JsonNode> history) {
        return StreamSupport.stream(history.spliterator(), false)
                .map(event -> event.get("type").asString())
                .toList();
    }

    /**
     * All messages by reference and id, in their order. The same message twice is allowed and left out here; a later one
     * before an earlier one is not.
     */
    private Map<String, Map<String, ConsumerRecord<String, String>>> announced() {
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.kafka());
        var found = new HashMap<String, Map<String, ConsumerRecord<String, String>>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.EVENTS).stream()
                    .map(each -> new TopicPartition(Topics.EVENTS, each.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var message : consumer.poll(Duration.ofSeconds(1))) {
                    found.computeIfAbsent(message.key(), reference -> new LinkedHashMap<>())
                            .putIfAbsent(header(message, "ce_id"), message);
                }
            }
        }
        return found;
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

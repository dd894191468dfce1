package org.occupationalstandards.standards.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.Difference;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.standards.running.Topic;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a request over HTTP to the messages that an outsider reads. */
class AnnouncementsOnKafkaTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final Broker BROKER = Testbed.ownBroker();
    private static RunningStandards service;
    private static Topic events;
    private static Topic states;
    private static Topic workflow;

    @BeforeAll
    static void start() {
        service = RunningStandards.start(ISSUER, Testbed.freshDatabase(), BROKER.bootstrapServers());
        events = new Topic(BROKER.bootstrapServers(), Topics.EVENTS);
        states = new Topic(BROKER.bootstrapServers(), Topics.STATE);
        workflow = new Topic(BROKER.bootstrapServers(), Topics.WORKFLOW);
    }

    @AfterAll
    static void stop() {
        service.close();
        BROKER.close();
        ISSUER.close();
    }

    @Test
    void a_proposal_is_announced_as_a_cloud_event() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        var answer = service.client().official().post("/standards", proposal("OCC9001"), "traceparent", trace);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/standards/OCC9001");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        var message = events.await(1, each -> "OCC9001".equals(each.key())).getFirst();
        assertThat(message.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/standards")
                .containsEntry("ce_type", "standards.standard.proposed.v1")
                .containsEntry("ce_subject", "OCC9001")
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_previoussequence", "0")
                .containsEntry("ce_dataschema", "http://localhost:8082/schemas/standards.standard.proposed.v1.json")
                .containsEntry("content-type", "application/json")
                .containsEntry("traceparent", trace)
                .containsKeys("ce_time", "ce_position");
        assertThat(message.id()).isEqualTo(storedId("OCC9001", 1));
        assertThat(message.json().path("statusAfter").asString()).isEqualTo("potential");
    }

    @Test
    void internal_steps_are_told_to_our_own_services_and_leave_a_gap_in_the_public_numbers() {
        propose("OCC9002");
        submit("OCC9002");
        var confirmed = service.client().official().command("OCC9002", "confirm-readiness", "{}");
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        var rejected = service.client().official().command("OCC9002", "withdraw", """
                {"reason": "Not needed after all."}""");
        assertThat(rejected.status()).as(rejected.text()).isEqualTo(200);

        var told = events.await(3, each -> "OCC9002".equals(each.key()));
        assertThat(told).extracting(Topic.Message::sequence).containsExactly(1L, 2L, 4L);
        assertThat(told).extracting(each -> each.header("ce_previoussequence")).containsExactly("0", "1", "2");
        var internal = workflow.await(1, each -> "OCC9002".equals(each.key())).getFirst();
        assertThat(internal.header("ce_type")).isEqualTo("standards.workflow.readiness-confirmed.v1");
        assertThat(internal.sequence()).isEqualTo(3);
        assertThat(internal.json().path("event").path("by").asString()).isEqualTo("official");
    }

    @Test
    void the_state_topic_ends_with_the_occupation_as_it_is_now() {
        propose("OCC9003");
        submit("OCC9003");

        // One state may serve both changes.
        var last = states.await(1, each -> "OCC9003".equals(each.key()) && each.sequence() == 2)
                .getLast();

        var announced = events.await(2, each -> "OCC9003".equals(each.key())).getLast();
        assertThat(last.header("ce_type")).isEqualTo("standards.standard.state.v1");
        assertThat(last.sequence()).isEqualTo(2);
        assertThat(last.position()).isEqualTo(announced.position());
        assertThat(last.json().path("reference").asString()).isEqualTo("OCC9003");
        assertThat(last.json().path("sequence").asLong()).isEqualTo(2);
    }

    @Test
    void positions_count_all_announcements_without_a_gap_in_the_order_of_the_partitions() {
        IntStream.range(0, 40).forEach(i -> propose("OCC95" + (10 + i)));
        events.await(40, each -> each.key() != null && each.key().startsWith("OCC95"));

        var all = events.messages();

        var positions = all.stream().map(Topic.Message::position).sorted().toList();
        assertThat(positions)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, positions.size()).boxed().toList());
        var lastOfPartition = new HashMap<Integer, Long>();
        assertThat(all).allSatisfy(each -> {
            assertThat(each.position()).isGreaterThan(lastOfPartition.getOrDefault(each.partition(), 0L));
            lastOfPartition.put(each.partition(), each.position());
        });
    }

    @Test
    void the_largest_standard_that_may_be_recorded_fits_into_a_message_even_when_all_of_it_has_changed() {
        register("OCC9007", LargestContent.of("first"));
        register("OCC9009", LargestContent.of("other"));
        propose("OCC9008");

        var told = events.await(1, each -> "OCC9007".equals(each.key())).getFirst();
        var other = events.await(1, each -> "OCC9009".equals(each.key())).getFirst();

        assertThat(events.await(1, each -> "OCC9008".equals(each.key()))).hasSize(1);
        var changes = PublishedJson.MAPPER.writeValueAsBytes(Difference.between(occupation(told), occupation(other)));
        assertThat(told.value().getBytes(StandardCharsets.UTF_8).length + changes.length)
                .isBetween(1024 * 1024, 7 * 512 * 1024);
    }

    @Test
    void a_failure_while_publishing_stops_the_stream_and_loses_nothing() {
        var jdbc = service.bean(JdbcClient.class);
        propose("OCC9004");
        events.await(1, each -> "OCC9004".equals(each.key()));
        jdbc.sql("ALTER TABLE outbox RENAME TO outbox_away").update();
        try {
            propose("OCC9005");
            org.awaitility.Awaitility.await()
                    .until(() -> service.bean(org.occupationalstandards.standards.eventsourcing.Following.class)
                            .trouble(Publisher.NAME)
                            .isPresent());
        } finally {
            jdbc.sql("ALTER TABLE outbox_away RENAME TO outbox").update();
        }
        propose("OCC9006");

        assertThat(events.await(1, each -> "OCC9005".equals(each.key()))).hasSize(1);
        assertThat(events.await(1, each -> "OCC9006".equals(each.key()))).hasSize(1);
    }

    private static void register(String reference, Content content) {
        service.bean(StandardStore.class).handle(LargestContent.registration(reference, content));
    }

    private static Occupation occupation(Topic.Message message) {
        return PublishedJson.MAPPER.treeToValue(message.json().get("occupation"), Occupation.class);
    }

    private static void propose(String reference) {
        var answer = service.client().official().post("/standards", proposal(reference));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static String proposal(String reference) {
        return """
                {"reference": "%s", "title": "Healthcare science assistant", "level": 2, "route": 10}""".formatted(reference);
    }

    private static void submit(String reference) {
        Client chair = service.client().chair();
        var employers = IntStream.range(0, 12)
                .mapToObj(i -> "{\"name\": \"Employer %d\", \"size\": \"%s\"}".formatted(i, i < 3 ? "small" : "large"))
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        var answer = chair.command(reference, "submit-proposal", """
                {"employers": [%s], "duties": ["Prepares samples.", "Records results."], "expectedDurationMonths": 18,
                 "expectedLevel": 2, "offTheJobPercent": 20, "transferability": "Every hospital laboratory needs it.",
                 "fit": "No other standard covers it."}""".formatted(employers));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String storedId(String reference, long sequence) {
        return service.bean(JdbcClient.class)
                .sql("SELECT event_id FROM stored_event WHERE reference = ? AND sequence_number = ?")
                .params(reference, sequence - 1)
                .query(String.class)
                .single();
    }
}

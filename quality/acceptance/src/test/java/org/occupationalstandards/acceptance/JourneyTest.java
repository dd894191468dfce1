package org.occupationalstandards.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job, end to end: one standard from its proposal to version 1.0, and everybody hears of it. */
class JourneyTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Running system = Systems.running();

    @Test
    void a_standard_goes_from_proposal_to_approval_and_everybody_hears_of_it() {
        String reference = proposed("Beekeeper " + UUID.randomUUID());

        system.command("chair", reference, "submit-proposal", proposal()).expecting(200);
        system.command("official", reference, "confirm-readiness", "{}").expecting(200);
        system.command("panel-4", reference, "recommend-proposal", "{\"agree\": true}")
                .expecting(200);
        system.command("committee", reference, "accept-proposal", "{}").expecting(200);
        draft(reference, resource("draft.json")).expecting(200);
        system.command("chair", reference, "open-consultation", "{}").expecting(200);
        system.command("official", reference, "close-consultation", "{\"reason\": \"Nobody had a comment.\"}")
                .expecting(200);
        system.command("chair", reference, "submit", "{}").expecting(200);
        for (String member : List.of("panel-1", "panel-2", "panel-3")) {
            system.command(member, reference, "cast-vote", "{\"choice\": \"yes\"}")
                    .expecting(200);
        }
        Answer approval =
                system.command("committee-2", reference, "approve", "{}").expecting(200);

        JsonNode shown = await("the catalogue")
                .atMost(SOON)
                .until(
                        () -> occupation(reference),
                        occupation -> occupation.path("status").asString().equals("approved"));
        assertThat(shown.get("version").asString()).isEqualTo("1.0");
        assertThat(labels(shown, "knowledge")).containsExactly("K1", "K2");
        assertThat(labels(shown, "skills")).containsExactly("S1", "S2");
        assertThat(labels(shown, "behaviours")).containsExactly("B1");
        assertThat(labels(shown, "duties")).containsExactly("D1", "D2");
        assertThat(shown.get("sequence").asLong()).isEqualTo(approval.sequence());

        List<String> announced = theTopicTellsItInOrder(reference);
        await("the feed")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(feed(reference)).isEqualTo(announced));
        historyHolds(reference, announced);
    }

    private String proposed(String title) {
        Answer answer = system.post(
                        "chair",
                        system.standards("/standards"),
                        "{\"title\": \"%s\", \"level\": 3, \"route\": 1, \"overview\": \"Keeping bees.\"}"
                                .formatted(title))
                .expecting(201);
        assertThat(answer.sequence()).isEqualTo(1);
        return answer.header("Location").replaceAll(".*/", "");
    }

    private static String proposal() {
        String employers = String.join(
                ", ",
                IntStream.rangeClosed(1, 10)
                        .mapToObj(number -> "{\"name\": \"Apiary %d\", \"size\": \"%s\"}"
                                .formatted(number, number <= 2 ? "small" : "large"))
                        .toList());
        return """
                {"employers": [%s], "duties": ["Inspect hives.", "Harvest honey."], "expectedDurationMonths": 18,
                 "expectedLevel": 3, "offTheJobPercent": 20,
                 "transferability": "The job is the same with every producer.",
                 "fit": "No other standard covers the keeping of bees."}""".formatted(employers);
    }

    private Answer draft(String reference, String document) {
        String address = system.standards("/standards/" + reference);
        long sequence = system.getAs("chair", address).expecting(200).sequence();
        return system.sendAs("chair", "PUT", address + "/draft", "application/json", document, sequence);
    }

    private JsonNode occupation(String reference) {
        return system.get(system.catalogue("/occupations/" + reference)).json();
    }

    private static List<String> labels(JsonNode occupation, String part) {
        return StreamSupport.stream(occupation.get(part).spliterator(), false)
                .map(each -> each.get("label").asString())
                .toList();
    }

    private List<String> theTopicTellsItInOrder(String reference) {
        List<ConsumerRecord<String, String>> messages =
                TopicReader.read(system.kafka(), "standards.standard.events.v1", reference);
        assertThat(messages)
                .extracting(message -> TopicReader.header(message, "ce_type"))
                .startsWith("standards.standard.proposed.v1", "standards.standard.proposal-submitted.v1")
                .endsWith("standards.standard.approved.v1");
        long last = 0;
        List<String> ids = new ArrayList<>();
        for (ConsumerRecord<String, String> message : messages) {
            assertThat(TopicReader.header(message, "ce_specversion")).isEqualTo("1.0");
            assertThat(TopicReader.header(message, "ce_subject")).isEqualTo(reference);
            assertThat(Long.parseLong(TopicReader.header(message, "ce_previoussequence")))
                    .isEqualTo(last);
            last = Long.parseLong(TopicReader.header(message, "ce_sequence"));
            ids.add(TopicReader.header(message, "ce_id"));
        }
        return ids;
    }

    private List<String> feed(String reference) {
        return texts(
                system.get(system.notifications("/changes?limit=100&reference=" + reference))
                        .expecting(200)
                        .json()
                        .get("items"),
                "id");
    }

    private void historyHolds(String reference, List<String> announced) {
        JsonNode history = system.getAs("official", system.standards("/standards/" + reference + "/history"))
                .expecting(200)
                .json();
        assertThat(texts(history.get("events"), "id")).containsAll(announced).doesNotHaveDuplicates();
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(each -> each.get(field).asString())
                .toList();
    }

    private static String resource(String name) {
        try (InputStream stream = JourneyTest.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

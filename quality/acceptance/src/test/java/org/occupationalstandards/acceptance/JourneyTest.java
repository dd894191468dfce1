package org.occupationalstandards.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        Walk walk = Walk.proposedBy("chair", system, "Beekeeper").submitted().balloted();
        Answer approval = walk.gives("committee-2", "approve", "{}");
        String reference = walk.reference();

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
}

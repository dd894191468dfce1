package org.occupationalstandards.standards.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.running.Topic;
import org.occupationalstandards.testbed.Testbed;

/** An instance that slept while another took over. */
class StatesTest {

    private static final String TOPIC = "states-of-two-instances";

    @Test
    void whoever_was_replaced_cannot_put_an_old_state_over_the_new_one() throws Exception {
        Map<String, Object> configuration = Map.of(
                "bootstrap.servers",
                Testbed.bootstrapServers(),
                "transactional.id",
                "states-of-two-instances",
                "max.block.ms",
                30_000);
        try (var admin = Admin.create(Map.of("bootstrap.servers", Testbed.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (var paused = new States(configuration)) {
            paused.send(List.of(state("first")));
            try (var successor = new States(configuration)) {
                successor.send(List.of(state("new")));

                assertThatThrownBy(() -> paused.send(List.of(state("old"))));

                assertThat(successor.send(List.of(state("newer")))).hasSize(1);
            }
        }
        assertThat(new Topic(Testbed.bootstrapServers(), TOPIC).messages())
                .extracting(Topic.Message::value)
                .containsExactly("first", "new", "newer");
    }

    private static ProducerRecord<String, byte[]> state(String value) {
        return new ProducerRecord<>(TOPIC, "OCC0001", value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}

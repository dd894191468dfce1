package org.occupationalstandards.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;

class ThinPathTest {

    @Test
    void what_is_proposed_over_http_is_a_message_on_kafka() {
        try (var issuer = TestIssuer.start();
                var service = RunningStandards.start(issuer)) {
            var answer = service.client().official().post("/standards", """
                    {"reference": "OCC9218", "title": "Healthcare science assistant", "level": 2, "route": 10}""");

            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            assertThat(answer.header("Location")).isEqualTo("/standards/OCC9218");
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
            try (var consumer = new KafkaConsumer<>(
                    Map.<String, Object>of(
                            "bootstrap.servers",
                            Testbed.bootstrapServers(),
                            "group.id",
                            UUID.randomUUID().toString(),
                            "auto.offset.reset",
                            "earliest"),
                    new StringDeserializer(),
                    new StringDeserializer())) {
                consumer.subscribe(List.of(Topics.EVENTS));
                var headers = new HashMap<String, String>();
                await().atMost(Duration.ofSeconds(30)).until(() -> {
                    for (var message : consumer.poll(Duration.ofMillis(200))) {
                        if (message.key().equals("OCC9218")) {
                            message.headers()
                                    .forEach(each ->
                                            headers.put(each.key(), new String(each.value(), StandardCharsets.UTF_8)));
                        }
                    }
                    return !headers.isEmpty();
                });
                assertThat(headers)
                        .containsEntry("ce_type", "standards.standard.proposed.v1")
                        .containsEntry("ce_sequence", "1");
            }
        }
    }
}

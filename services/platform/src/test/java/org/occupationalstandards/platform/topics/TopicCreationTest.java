package org.occupationalstandards.platform.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.platform.intake.IntakeSettings;
import org.occupationalstandards.testbed.Testbed;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TopicCreationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aBrokerWhoseNameDoesNotResolveYetIsWaitedFor() {
        List<String> brokers = new CopyOnWriteArrayList<>(List.of("no-such-broker.invalid:9092"));
        var creation = creation(brokers);
        creation.start();
        await().during(Duration.ofSeconds(2)).until(() -> !creation.done().isDone());

        brokers.set(0, Testbed.bootstrapServers());

        assertThat(creation.done()).succeedsWithin(PATIENCE);
        creation.stop();
    }

    @Test
    void whatATopicTakesAReaderTakesInToo() throws Exception {
        var creation = creation(List.of(Testbed.bootstrapServers()));
        creation.start();
        assertThat(creation.done()).succeedsWithin(PATIENCE);
        creation.stop();
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.EVENTS);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Testbed.bootstrapServers()))) {
            var configuration = Objects.requireNonNull(
                    admin.describeConfigs(List.of(topic)).all().get().get(topic));
            String most = configuration.get("max.message.bytes").value();

            assertThat(intake().largestMessage().toBytes()).isGreaterThanOrEqualTo(Long.parseLong(most));
        }
    }

    private static TopicCreation creation(List<String> brokers) {
        return new TopicCreation(
                Map.of("bootstrap.servers", brokers), new TopicLayout(new TopicSettings(12, (short) 1)));
    }

    /** As it is where nothing is set. */
    private static IntakeSettings intake() {
        return new Binder(new MapConfigurationPropertySource(Map.of("platform.intake.group", "any")))
                .bind("platform.intake", IntakeSettings.class)
                .get();
    }
}

package org.occupationalstandards.standards.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.Journey;
import org.occupationalstandards.standards.running.MovedClock;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What was told long ago is forgotten, and whoever reads on from there notices it. */
class OldTellingsTest {

    private final MovedClock clock = new MovedClock();
    private final TestIssuer issuer = TestIssuer.start();
    private RunningStandards service;
    private Client client;
    private Journey journey;

    @BeforeEach
    void start() {
        var properties = RunningStandards.properties(issuer, Testbed.freshDatabase(), Testbed.bootstrapServers());
        properties.put("standards.deadlines.look-every", "100ms");
        properties.put("standards.worklist.tellings-kept", "10d");
        service = RunningStandards.start(issuer, properties, clock);
        client = service.client();
        journey = new Journey(service);
    }

    @AfterEach
    void stop() {
        service.close();
        issuer.close();
    }

    private JsonNode after(long number) {
        var page =
                client.as("a-service", Map.of("roles", List.of("service"))).get("/tellings?limit=500&after=" + number);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.json();
    }

    private void caughtUp() {
        await().until(() ->
                service.bean(Following.class).behind(TurnFollower.NAME).orElse(1) == 0);
    }

    private long kept() {
        return service.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM telling")
                .query(Long.class)
                .single();
    }

    @Test
    void what_is_old_is_not_given_any_more_and_nothing_else_is_lost() {
        journey.develop("OCC8701");
        journey.propose("OCC8702");
        caughtUp();
        long old = after(0).path("last").asLong();
        assertThat(after(0).path("goneThrough").asLong()).isZero();
        assertThat(after(0).path("items")).hasSize((int) old);

        clock.pass(Duration.ofDays(11));

        await().until(() -> after(0).path("goneThrough").asLong() == old);
        assertThat(after(0).path("items")).isEmpty();
        assertThat(after(0).path("last").asLong()).isEqualTo(old);
        assertThat(kept()).as("the last of each standard").isEqualTo(2);

        journey.submitProposal("OCC8703");
        caughtUp();
        var page = after(0);
        assertThat(page.path("items")
                        .valueStream()
                        .map(item -> item.path("number").asLong()))
                .as("numbers go on where they were")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(old + 1, page.path("last").asLong())
                                .boxed()
                                .toList())
                .isNotEmpty();
        assertThat(page.path("goneThrough").asLong()).isEqualTo(old);
    }

    @Test
    void nobody_hears_of_what_is_forgotten_when_the_worklist_is_made_again() {
        journey.develop("OCC8711");
        caughtUp();
        long old = after(0).path("last").asLong();
        clock.pass(Duration.ofDays(11));
        await().until(() -> kept() == 1);

        assertThat(client.official()
                        .post("/operations/registers/worklist/rebuild", null)
                        .status())
                .isEqualTo(202);
        caughtUp();

        assertThat(after(0).path("last").asLong()).isEqualTo(old);
        assertThat(after(0).path("items")).isEmpty();
    }
}

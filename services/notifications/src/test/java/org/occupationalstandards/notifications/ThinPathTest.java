package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.testbed.Testbed;

class ThinPathTest {

    private static RunningService service;
    private static Announcer announcer;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        announcer = new Announcer(Testbed.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        announcer.close();
        service.close();
    }

    @Test
    void whatIsAnnouncedIsInTheFeedAndAtTheWebhook() throws Exception {
        try (var receiver = new Receiver()) {
            var subscribed = service.subscribe(receiver.url(), Map.of());

            var told = announcer.approved("OCC0218");

            await().untilAsserted(() -> assertThat(receiver.ids()).containsExactly(told.id()));
            var call = receiver.calls().getFirst();
            call.verify(subscribed.secret());
            assertThat(call.header("content-type")).isEqualTo("application/cloudevents+json");
            assertThat(call.json().get("specversion").asString()).isEqualTo("1.0");
            assertThat(call.json().get("data")).isEqualTo(RunningService.JSON.readTree(told.data()));
            await().untilAsserted(() -> {
                var page = service.get("/changes").json();
                assertThat(page.get("items")).hasSize(1);
                assertThat(page.get("items").get(0).get("id").asString()).isEqualTo(told.id());
            });
            await().untilAsserted(() -> assertThat(service.get(subscribed.path() + "/deliveries", subscribed.token())
                            .json()
                            .get("items")
                            .path(0)
                            .path("state")
                            .asString(""))
                    .isEqualTo("delivered"));
        }
    }
}

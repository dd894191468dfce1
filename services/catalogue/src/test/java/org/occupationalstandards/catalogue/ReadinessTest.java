package org.occupationalstandards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;

/** In rotation only with the whole topic behind it; whatever the broker does. */
class ReadinessTest {

    private static int readiness(RunningCatalogue catalogue) {
        return catalogue.get("/actuator/health/readiness").statusCode();
    }

    @Test
    void itStartsWithoutABrokerAndIsReadyOnceItHasCaughtUp() {
        var database = Testbed.freshDatabase();
        try (Broker broker = Testbed.ownBroker()) {
            broker.stop();
            try (var catalogue = RunningCatalogue.start(
                    Testbed.properties(database, broker.bootstrapServers()), RunningCatalogue.issuer())) {
                assertThat(readiness(catalogue)).isEqualTo(503);
                assertThat(catalogue.get("/actuator/health/liveness").statusCode())
                        .isEqualTo(200);

                broker.start();
                await().until(() -> readiness(catalogue) == 200);

                try (var announcer = new Announcer(broker.bootstrapServers())) {
                    var standard = announcer.standard("OCC0218").say(AnnouncementType.PROPOSED);
                    await().until(() -> catalogue.get("/occupations/OCC0218").statusCode() == 200);
                    broker.stop();
                    // What is there is still good to read.
                    assertThat(readiness(catalogue)).isEqualTo(200);
                    broker.start();
                    standard.say(AnnouncementType.APPROVED);
                    await().until(() -> catalogue
                            .json("/occupations/OCC0218")
                            .get("status")
                            .asString()
                            .equals("approved"));
                }
                var metrics = catalogue
                        .send(catalogue.request("/actuator/prometheus"))
                        .body();
                assertThat(metrics)
                        .contains("intake_taken_in_total{")
                        .contains("intake_lag_events{")
                        .contains("intake_lag_seconds{")
                        .contains("intake_parked{")
                        .contains("intake_gaps_total{")
                        .contains("intake_dead_letters_total{")
                        .contains("intake_running{");
            }

            try (var announcer = new Announcer(broker.bootstrapServers())) {
                for (int i = 0; i < 50; i++)
                    announcer.standard("OCC07" + (i + 10)).say(AnnouncementType.PROPOSED);
            }
            try (var catalogue = RunningCatalogue.start(
                    Testbed.properties(database, broker.bootstrapServers()), RunningCatalogue.issuer())) {
                await().until(() -> readiness(catalogue) == 200);
                assertThat(catalogue.json("/occupations").get("total").asInt()).isEqualTo(51);
            }
        }
    }
}

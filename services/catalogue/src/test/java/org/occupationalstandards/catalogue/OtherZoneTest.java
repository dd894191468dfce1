package org.occupationalstandards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;

/** Where the standards are in force elsewhere, a day of the catalogue is a day there. */
class OtherZoneTest {

    @Test
    void aDayEndsWhereTheStandardsServiceSaysThatItDoes() {
        try (var broker = Testbed.ownBroker();
                var issuer = TestIssuer.start();
                var catalogue = RunningCatalogue.start(
                        Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()),
                        issuer,
                        "--standards.policy.zone=Pacific/Auckland");
                var announcer = new Announcer(broker.bootstrapServers())) {
            var standard = announcer
                    .standard("OCC0777")
                    .say(AnnouncementType.PROPOSED, data -> data.put("recordedAt", "2025-03-01T09:00:00Z"))
                    // In Auckland, where it is summer, that is 2 March.
                    .say(AnnouncementType.PROPOSAL_ACCEPTED, data -> data.put("recordedAt", "2025-03-01T12:00:00Z"))
                    .say(AnnouncementType.RETIREMENT_PROPOSED, data -> data.put("recordedAt", "2025-03-01T13:00:00Z"));
            var address = "/occupations/" + standard.reference();
            await().until(() -> catalogue.get(address).body().contains("\"sequence\":" + standard.sequence()));

            assertThat(catalogue
                            .json(address + "?asOf=2025-03-01")
                            .get("status")
                            .asString())
                    .isEqualTo("potential");
            assertThat(catalogue
                            .json(address + "?asOf=2025-03-02")
                            .get("status")
                            .asString())
                    .isNotEqualTo("potential");
            assertThat(catalogue.json(address + "/consultation").get("zone").asString())
                    .isEqualTo("Pacific/Auckland");
        }
    }
}

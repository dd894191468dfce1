package org.occupationalstandards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Topics;

class FirstPathTest {

    private final RunningCatalogue catalogue = RunningCatalogue.shared();

    @Test
    void anApprovedStandardOnTheTopicIsInTheCatalogue() {
        try (var announcer = new Announcer(catalogue.bootstrapServers())) {
            announcer.standard("OCC0218").say(AnnouncementType.PROPOSED).say(AnnouncementType.APPROVED);

            await().untilAsserted(() ->
                    assertThat(catalogue.get("/occupations/OCC0218").body()).contains("\"approved\""));
        }

        var occupation = catalogue.json("/occupations/OCC0218");
        assertThat(occupation.get("version").asString()).isEqualTo("1.0");
        assertThat(occupation.at("/knowledge/0/label").asString()).isEqualTo("K1");
        assertThat(catalogue.json("/occupations?q=health").get("total").asInt()).isPositive();
        assertThat(Topics.EVENTS).isNotEmpty();
    }
}

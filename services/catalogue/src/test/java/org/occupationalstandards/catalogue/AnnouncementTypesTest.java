package org.occupationalstandards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Occupation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each type of announcement, through the real topic, leads to what the contracts say that it leads to. */
class AnnouncementTypesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Standards STANDARDS = new Standards();

    private final RunningCatalogue catalogue = RunningCatalogue.shared();

    @AfterAll
    static void close() {
        STANDARDS.close();
    }

    @ParameterizedTest
    @EnumSource
    void theCatalogueShowsWhatTheContractsSay(AnnouncementType type) {
        var said = new ArrayList<ObjectNode>();
        var standard =
                STANDARDS.next().say(AnnouncementType.PROPOSED, said::add).say(type, said::add);
        Occupation before = read(AnnouncementType.PROPOSED, said.getFirst()).after(null);
        Announcement last = read(type, said.getLast());
        Occupation expected = last.after(before);

        STANDARDS.settle(standard);
        String path = "/occupations/" + standard.reference();
        Occupation shown = JSON.readValue(catalogue.get(path).body(), Occupation.class);
        assertThat(shown).isEqualTo(expected);
        assertThat(shown.status()).isEqualTo(last.facts().statusAfter());

        var row = catalogue.json("/occupations?q=" + standard.reference()).at("/items/0");
        assertThat(row.get("status").asString()).isEqualTo(expected.status().wireName());
        assertThat(row.get("title").asString()).isEqualTo(expected.title());
        assertThat(row.get("version").asString()).isEqualTo(expected.version());

        var versions = catalogue.json(path + "/versions");
        boolean makesVersion = type == AnnouncementType.REGISTERED
                || type == AnnouncementType.APPROVED
                || type == AnnouncementType.VERSION_IN_FORCE
                || type == AnnouncementType.CORRECTED;
        assertThat(versions.get("total").asInt()).isEqualTo(makesVersion ? 1 : 0);

        await().untilAsserted(() -> assertThat(catalogue.recentChanges()).anySatisfy(change -> {
            assertThat(change.reference()).isEqualTo(standard.reference());
            assertThat(change.type()).isEqualTo(type);
            assertThat(change.product() != null).isEqualTo(type == AnnouncementType.PRODUCT_CHANGED);
        }));
    }

    private static Announcement read(AnnouncementType type, ObjectNode data) {
        return JSON.treeToValue(data, type.record());
    }
}

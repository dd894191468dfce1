package org.occupationalstandards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.AnnouncementType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Routes, the map and the links on it. */
class MapTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Standards standards = new Standards();
    private final RunningCatalogue catalogue = RunningCatalogue.shared();

    @AfterEach
    void close() {
        standards.close();
    }

    private Announcer.Standard inCluster(String pathway, @org.jspecify.annotations.Nullable String cluster) {
        return standards.settle(standards.approved(content -> content.put("pathway", pathway)
                .put("cluster", cluster)
                .set("route", JSON.createObjectNode().put("id", 12).put("name", "Protective services"))));
    }

    @Test
    void aRouteHoldsItsPathwaysClustersAndOccupations() {
        String first = inCluster("Watching", "Towers").reference();
        String second = inCluster("Watching", "Towers").reference();
        String third = inCluster("Watching", null).reference();
        String fourth = inCluster("Guarding", "Gates").reference();

        JsonNode route = catalogue.json("/routes/protective-services");
        assertThat(route.get("id").asInt()).isEqualTo(12);
        assertThat(route.get("count").asInt()).isEqualTo(4);
        assertThat(route.get("pathways").size()).isEqualTo(2);
        assertThat(route.at("/pathways/0/name").asString()).isEqualTo("Guarding");
        assertThat(route.at("/pathways/0/clusters/0/occupations/0/reference").asString())
                .isEqualTo(fourth);
        assertThat(route.at("/pathways/1/clusters").size()).isEqualTo(2);
        assertThat(route.at("/pathways/1/clusters/0/name").asString()).isEqualTo("Towers");
        assertThat(route.at("/pathways/1/clusters/0/occupations").findValuesAsString("reference"))
                .containsExactlyInAnyOrder(first, second);
        assertThat(route.at("/pathways/1/clusters/1/name").isNull()).isTrue();
        assertThat(route.at("/pathways/1/clusters/1/occupations/0/reference").asString())
                .isEqualTo(third);

        assertThat(catalogue.json("/routes/12")).isEqualTo(route);
        assertThat(catalogue.json("/map").get("routes").get(11)).isEqualTo(route);
        JsonNode routes = catalogue.json("/routes");
        assertThat(routes.get("total").asInt()).isEqualTo(15);
        assertThat(routes.get("items").get(11).get("count").asInt()).isEqualTo(4);
        assertThat(catalogue.get("/routes/16").statusCode()).isEqualTo(404);
        assertThat(catalogue.get("/map?level=1").statusCode()).isEqualTo(400);
    }

    @Test
    void linksAreShownAtBothEnds() {
        String to = standards
                .settle(standards.approved(content -> content.put("title", "Where it leads")))
                .reference();
        Announcer.Standard from = standards
                .approved(content -> content.put("title", "Where it starts"))
                .say(AnnouncementType.PROGRESSION_CHANGED, data -> {
                    ObjectNode occupation = (ObjectNode) data.get("occupation");
                    occupation.set(
                            "progression",
                            JSON.createArrayNode()
                                    .add(JSON.createObjectNode()
                                            .put("reference", to)
                                            .put("kind", "occupational"))
                                    .add(JSON.createObjectNode()
                                            .put("reference", "OCC0001")
                                            .put("kind", "technical-education")));
                });
        standards.settle(from);

        JsonNode onward = catalogue.json("/occupations/" + from.reference() + "/progression");
        assertThat(onward.at("/onward").size()).isEqualTo(1);
        assertThat(onward.at("/onward/0/reference").asString()).isEqualTo(to);
        assertThat(onward.at("/onward/0/kind").asString()).isEqualTo("occupational");
        JsonNode back = catalogue.json("/occupations/" + to + "/progression");
        assertThat(StreamSupport.stream(back.get("from").spliterator(), false)
                        .map(each -> each.get("reference").asString()))
                .containsExactly(from.reference());
        assertThat(catalogue.get("/occupations/OCC0000/progression").statusCode())
                .isEqualTo(404);
    }
}

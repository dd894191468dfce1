package org.occupationalstandards.catalogue.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.catalogue.Announcer;
import org.occupationalstandards.catalogue.RunningCatalogue;
import org.occupationalstandards.contracts.AnnouncementType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From the announcement on the topic to the page that people read. */
class PublishedPageTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningCatalogue catalogue = RunningCatalogue.shared();

    @Test
    void theWholeExampleIsOnItsPageOnceItsApprovalIsAnnounced() {
        try (var announcer = new Announcer(catalogue.bootstrapServers())) {
            announcer.standard("OCC9218").say(AnnouncementType.PROPOSED).say(AnnouncementType.APPROVED, data -> {
                ObjectNode example = JSON.valueToTree(Example.occupation());
                example.put("reference", "OCC9218");
                example.set("sequence", data.get("sequence"));
                data.set("occupation", example);
            });

            await().untilAsserted(() ->
                    assertThat(page("/occupations/OCC9218").body()).contains("Approved occupational standard"));
        }

        String page = page("/occupations/OCC9218").body();
        assertThat(page.split("class=\"app-ksb\"", -1)).hasSize(1 + 35 + 35 + 6);
        assertThat(page.split("class=\"app-duty\"", -1)).hasSize(1 + 10);
        assertThat(page).contains("£34,605 per year", "3119/99", "STERIS Instrument Management Services");
        assertThat(page("/occupations/OCC9218/versions/1.0").statusCode()).isEqualTo(200);
        assertThat(page("/occupations?q=OCC9218").body()).contains("1 occupation found");
        assertThat(page("/map").body()).contains("/occupations/OCC9218");
        assertThat(page("/routes/10").body()).contains("/occupations/OCC9218");
        assertThat(page("/").body()).contains("/occupations/OCC9218");
    }

    @Test
    void oneAddressGivesBrowsersAPageAndProgramsData() {
        assertThat(contentType("/occupations", "text/html,*/*;q=0.8")).startsWith("text/html");
        assertThat(contentType("/occupations", "application/json")).isEqualTo("application/json");
        assertThat(contentType("/occupations", "*/*")).isEqualTo("application/json");
        assertThat(contentType("/occupations", "image/webp,*/*;q=0.5")).isEqualTo("application/json");
        assertThat(page("/occupations").headers().allValues("Vary"))
                .anySatisfy(vary -> assertThat(vary).contains("Accept"));
    }

    private HttpResponse<String> page(String path) {
        return catalogue.send(catalogue.request(path).header("Accept", "text/html"));
    }

    private String contentType(String path, String accept) {
        return catalogue
                .send(catalogue.request(path).header("Accept", accept))
                .headers()
                .firstValue("Content-Type")
                .orElse("none");
    }
}

package org.occupationalstandards.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.testbed.browser.Chromium;

/**
 * Reads the approved page of the worked example in a browser: on the catalogue that {@code -Dacceptance.catalogue=http://…} names, or
 * on the system of the other journeys, which has the example loaded where it is a standalone.
 */
class ApprovedPageTest {

    @Test
    void theApprovedExampleIsWholeAndAccessible() {
        try (var chromium = Chromium.start()) {
            Page page = chromium.page();
            page.navigate(address("/occupations/OCC0218"));

            assertThat(page.locator("h1").textContent()).isEqualTo("Healthcare science assistant");
            assertThat(page.locator(".app-tag--approved").first().textContent()).contains("Approved");
            labelled(page, "K", 35);
            labelled(page, "S", 35);
            labelled(page, "B", 6);
            assertThat(page.locator(".app-duty").count()).isEqualTo(10);
            assertThat(page.locator("#D10").textContent()).contains("Maintain and develop own competence.");
            assertThat(page.locator("main").textContent()).contains("£34,605 per year", "3119/99");
            assertThat(Chromium.violations(page)).isEmpty();
        }
    }

    @Test
    void theFirstPageTheListAndTheMapAreAccessible() {
        try (var chromium = Chromium.start()) {
            for (String path :
                    new String[] {"/", "/occupations", "/map", "/routes/10", "/occupations/OCC0218/versions"}) {
                Page page = chromium.page();
                page.navigate(address(path));
                assertThat(Chromium.violations(page)).as(path).isEmpty();
            }
        }
    }

    private static String address(String path) {
        String catalogue = System.getProperty("acceptance.catalogue", "");
        return catalogue.isEmpty() ? Systems.running().catalogue(path) : catalogue + path;
    }

    /** All statements of one kind, labelled by their place, none without text. */
    private static void labelled(Page page, String letter, int count) {
        assertThat(page.locator("[data-ksbs=" + letter + "] > li").count()).isEqualTo(count);
        for (int number = 1; number <= count; number++)
            assertThat(page.locator("#" + letter + number + " .app-ksb__text").textContent())
                    .isNotBlank();
    }
}

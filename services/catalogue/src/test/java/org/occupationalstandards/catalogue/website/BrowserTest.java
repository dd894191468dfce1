package org.occupationalstandards.catalogue.website;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.occupationalstandards.testbed.browser.Chromium;

/** The pages as people meet them, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

    @org.jspecify.annotations.Nullable
    private Chromium chromium;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        if (chromium != null) chromium.close();
    }

    static List<String> everyPage() {
        return RunningSite.PAGES;
    }

    private Chromium chromium() {
        return java.util.Objects.requireNonNull(chromium);
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void everyPageIsAccessibleAndKeepsToItsSecurityPolicy(String path) {
        Page page = chromium().page();
        List<String> complaints = new ArrayList<>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource"))
                complaints.add(message.text());
        });

        page.navigate(RunningSite.address(path));
        // Legend, filters and the first routes: the other routes of the map are made of the same.
        page.evaluate("[...document.querySelectorAll('details')].slice(0, 4).forEach(details => details.open = true)");

        assertThat(Chromium.violations(page)).isEmpty();
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void noPageScrollsSidewaysOnANarrowScreen(String path) {
        Page page = chromium().page(320);

        page.navigate(RunningSite.address(path));
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        page.context().close();
    }

    @Test
    void whatIsNotAccessibleWouldBeSeen() {
        Page page = chromium().page();
        page.navigate(RunningSite.address("/about"));

        page.evaluate("document.querySelector('main').append(document.createElement('button'))");

        assertThat(Chromium.violations(page)).singleElement().asString().startsWith("button-name");
        page.context().close();
    }

    @Test
    void findsAndReadsAnOccupationWithTheKeyboardAlone() {
        Page page = chromium().page();
        page.navigate(RunningSite.address("/"));

        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
        page.keyboard().type("healthcare science assistant");
        page.keyboard().press("Enter");
        page.waitForURL("**/occupations?q=healthcare+science+assistant");
        tabTo(page, "Healthcare science assistant");
        page.keyboard().press("Enter");
        page.waitForURL("**/occupations/OCC0218");
        tabTo(page, "Duties");
        page.keyboard().press("Enter");
        tabTo(page, "D1");
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("K1");
        assertThat((Boolean) page.evaluate("document.activeElement.matches(':focus-visible')"))
                .isTrue();
        page.keyboard().press("Enter");

        assertThat(page.url()).endsWith("/occupations/OCC0218#K1");
        assertThat(page.locator("li:target").textContent()).contains("The legislation, standard operating procedures");
        page.context().close();
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        Page page = chromium().pageWithoutJavaScript();
        page.navigate(RunningSite.address("/"));

        page.getByLabel("Find an occupation").fill("healthcare science");
        page.getByText("Search", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Level").selectOption("2");
        page.getByText("Show occupations").click();
        assertThat(page.locator("[data-count]").textContent()).isEqualTo("1 occupation found");
        page.locator(".app-result a").first().click();
        assertThat(page.locator("[data-ksbs=K] > li").count()).isEqualTo(35);
        page.getByText("All versions, and any two side by side").click();
        page.getByText("Compare", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1").textContent()).isEqualTo("What changed from version 1.0 to 1.1");
        page.navigate(RunningSite.address("/map"));
        Locator route = page.locator("#route-9");
        route.locator("summary").click();
        assertThat(route.locator(".app-card").first().isVisible()).isTrue();
        page.context().close();
    }

    @Test
    void aChosenFilterAppliesAtOnceAndSaysSo() {
        Page page = chromium().page();
        page.navigate(RunningSite.address("/occupations"));

        page.getByLabel("Level").selectOption("2");
        page.waitForURL("**/occupations?*level=2*");
        page.locator(".app-filter-tag").waitFor();

        assertThat(page.locator("#results-status").textContent()).matches("\\d+ occupations found.*");
        assertThat(Chromium.violations(page)).isEmpty();
        page.context().close();
    }

    private static void tabTo(Page page, String text) {
        for (int i = 0; i < 200; i++) {
            page.keyboard().press("Tab");
            if (focused(page).equals(text)) return;
        }
        throw new AssertionError("“" + text + "” is not reached with the keyboard");
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent"))
                .strip();
    }
}

package org.occupationalstandards.testbed.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** The chromium that is installed on this machine, driven by a test. Not for several threads at once. */
public final class Chromium implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of(System.getProperty("testbed.chromium", "/usr/bin/chromium"));

    /** What WCAG 2.2 asks for at levels A and AA, and what axe holds to be good practice beside it. */
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** How long something may take on a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it, or skips the test, saying why, where there is none. */
    public static Chromium start() {
        if (!Files.isExecutable(EXECUTABLE))
            throw new TestAbortedException("There is no browser at " + EXECUTABLE
                    + ": install Debian's chromium, or say where one is with -Dtestbed.chromium=");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Chromium(playwright, browser);
    }

    /** A fresh page that shares nothing with earlier ones. */
    public Page page() {
        return page(new Browser.NewContextOptions());
    }

    /** A fresh page of that width in CSS pixels. */
    public Page page(int width) {
        return page(new Browser.NewContextOptions().setViewportSize(width, 800));
    }

    public Page pageWithoutJavaScript() {
        return page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private Page page(Browser.NewContextOptions options) {
        Page page = browser.newContext(options.setLocale("en-GB")).newPage();
        page.setDefaultTimeout(PATIENCE.toMillis());
        return page;
    }

    /** What axe-core finds wrong with the page as it stands, one line for each place; empty when all is well. */
    public static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + rule.getHelp() + " – " + node.getTarget() + " "
                                        + node.getHtml()))
                        .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

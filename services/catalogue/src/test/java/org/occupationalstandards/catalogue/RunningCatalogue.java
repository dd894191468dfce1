package org.occupationalstandards.catalogue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.occupationalstandards.catalogue.entry.Catalogue;
import org.occupationalstandards.catalogue.entry.RecentChange;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a port of its own, with a database and topics behind it. */
public final class RunningCatalogue implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    static {
        // Machines that build are busy; a condition that does not come true still fails.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    /** One for all tests that have no reason to disturb it. */
    private static final class Shared {
        static final TestIssuer ISSUER = TestIssuer.start();
        static final RunningCatalogue CATALOGUE = start(Testbed.properties(), ISSUER);
    }

    private final ConfigurableApplicationContext context;
    private final URI base;
    private final String bootstrapServers;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningCatalogue(ConfigurableApplicationContext context, String bootstrapServers) {
        this.context = context;
        this.bootstrapServers = bootstrapServers;
        this.base = URI.create("http://localhost:" + port());
    }

    public static RunningCatalogue shared() {
        return Shared.CATALOGUE;
    }

    public static TestIssuer issuer() {
        return Shared.ISSUER;
    }

    /** Starts one that a test may stop and disturb. */
    public static RunningCatalogue start(Map<String, String> properties, TestIssuer issuer, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        properties.forEach((name, value) -> all.add("--" + name + "=" + value));
        all.add("--server.port=0");
        all.add("--platform.security.issuers[0].uri=" + issuer.uri());
        all.add("--platform.intake.check-every=200ms");
        return new RunningCatalogue(
                CatalogueService.application().run(all.toArray(String[]::new)),
                Objects.requireNonNull(properties.get("spring.kafka.bootstrap-servers")));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "application/json"));
    }

    public JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) throw new AssertionError(response.statusCode() + " " + response.body());
        return JSON.readTree(response.body());
    }

    public List<RecentChange> recentChanges() {
        return context.getBean(Catalogue.class).recentChanges(100);
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.occupationalstandards.catalogue.website;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** {@link SampleSite} on a port of its own, one for all tests of this JVM. */
final class RunningSite {

    /** Every page that there is, each with all that it can show. */
    static final List<String> PAGES = List.of(
            "/",
            "/occupations",
            "/occupations?q=science&status=approved",
            "/occupations?q=nothing-is-called-so&level=3",
            "/occupations?level=9&route=x&asOf=someday",
            "/occupations/OCC0218",
            "/occupations/OCC0218?asOf=2026-11-20",
            "/occupations/OCC9998",
            "/occupations/OCC9999",
            "/occupations/OCC9997",
            "/occupations/OCC0001",
            "/occupations/OCC0218/versions",
            "/occupations/OCC0007/versions",
            "/occupations/OCC0218/versions/1.0",
            "/occupations/OCC0218/versions/1.0..1.1",
            "/occupations/OCC0218/progression",
            "/occupations/OCC0001/progression",
            "/consultations",
            "/consultations?page=0",
            "/occupations/OCC0218/consultation",
            "/occupations/OCC9998/consultation",
            "/occupations/OCC9999/consultation",
            "/occupations/OCC0001/consultation",
            "/map",
            "/map?route=9",
            "/map?level=9",
            "/routes",
            "/routes/14",
            "/about",
            "/accessibility",
            "/api",
            "/there-is-no-such-page",
            "/occupations/OCC0218?asOf=someday");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BASE = start();

    private static String start() {
        ConfigurableApplicationContext context = SampleSite.application()
                .run(
                        "--server.port=0",
                        "--server.shutdown=immediate",
                        "--management.endpoint.health.validate-group-membership=false");
        return "http://localhost:"
                + Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                        .getPort();
    }

    static String address(String path) {
        return BASE + path;
    }

    static HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address(path)))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return get(path, "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8");
    }

    private RunningSite() {}
}

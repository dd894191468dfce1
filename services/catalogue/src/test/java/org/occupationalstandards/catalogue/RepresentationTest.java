package org.occupationalstandards.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.occupationalstandards.contracts.AnnouncementType;
import tools.jackson.databind.json.JsonMapper;

/** Entity tags, gzip, HEAD and other sites' pages. */
class RepresentationTest {

    private static final Standards STANDARDS = new Standards();
    private static Announcer.Standard standard = STANDARDS.next();

    private final RunningCatalogue catalogue = RunningCatalogue.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void announce() {
        standard = STANDARDS.settle(STANDARDS.approved(content -> content.put("overview", "Long. ".repeat(500))));
    }

    @AfterAll
    static void close() {
        STANDARDS.close();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder json(String path) {
        return catalogue
                .request(path.replace("REFERENCE", standard.reference()))
                .header("Accept", "application/json");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static String unzipped(byte[] bytes) throws IOException {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/occupations/REFERENCE",
                "/occupations/REFERENCE/versions/1.0",
                "/map",
                "/routes",
                "/occupations.csv",
                "/occupations.json",
                "/occupations.jsonld"
            })
    void whatAClientHasAlreadyIsNotSentAgain(String path) throws Exception {
        var first = send(json(path));
        assertThat(first.statusCode()).isEqualTo(200);
        String tag = header(first, "ETag");
        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(header(first, "Cache-Control")).contains("public").contains("max-age=0");
        assertThat(header(first, "Content-Length")).isEqualTo(Integer.toString(first.body().length));

        var again = send(json(path).header("If-None-Match", "\"other\", " + tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(send(json(path).header("If-None-Match", "\"other\"")).statusCode())
                .isEqualTo(200);

        var small = send(json(path).header("Accept-Encoding", "br, gzip"));
        assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(small, "ETag")).isNotEqualTo(tag);
        assertThat(header(small, "Vary")).contains("Accept-Encoding");
        assertThat(unzipped(small.body())).isEqualTo(new String(first.body(), UTF_8));
        assertThat(small.body().length).isLessThan(first.body().length);
        var smallAgain =
                send(json(path).header("Accept-Encoding", "gzip").header("If-None-Match", header(small, "ETag")));
        assertThat(smallAgain.statusCode()).isEqualTo(304);
        assertThat(header(send(json(path).header("Accept-Encoding", "gzip;q=0")), "Content-Encoding"))
                .isEmpty();

        var head = send(json(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "ETag")).isEqualTo(tag);
        assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(first.body().length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/occupations/REFERENCE/versions", "/occupations/REFERENCE/progression"})
    void aSmallAnswerIsTaggedAndNotCompressed(String path) throws Exception {
        var first = send(json(path).header("Accept-Encoding", "gzip"));
        assertThat(header(first, "Content-Encoding")).isEmpty();

        assertThat(send(json(path).header("If-None-Match", header(first, "ETag")))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aChangeChangesTheTag() throws Exception {
        String before = header(send(json("/occupations/REFERENCE")), "ETag");
        String filesBefore = header(send(json("/occupations.csv")), "ETag");

        STANDARDS.settle(standard.say(AnnouncementType.GREEN_THEME_SET));

        assertThat(header(send(json("/occupations/REFERENCE")), "ETag")).isNotEqualTo(before);
        assertThat(header(send(json("/occupations.csv")), "ETag")).isNotEqualTo(filesBefore);
    }

    @Test
    void theCsvHasEveryOccupationOnALine() throws Exception {
        var answer = send(catalogue.request("/occupations.csv"));

        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        var lines = new String(answer.body(), UTF_8).split("\r\n");
        assertThat(lines[0]).startsWith("reference,title,status,version,level,tier,route_id,route,");
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith(standard.reference() + ","));
        assertThat(lines.length - 1)
                .isEqualTo(catalogue.json("/occupations?size=1").get("total").asInt());
    }

    @Test
    void textsAreQuotedAndNeverFormulas() throws Exception {
        var odd = STANDARDS.settle(STANDARDS.approved(content -> content.put("title", "=1+1, \"said\" she\nTwice")));

        String file = new String(send(catalogue.request("/occupations.csv")).body(), UTF_8);

        assertThat(file).contains(odd.reference() + ",\"'=1+1, \"\"said\"\" she\nTwice\",approved");
    }

    @Test
    void theJsonFileHoldsWhatEachAddressShows() throws Exception {
        var file = JsonMapper.shared()
                .readTree(send(catalogue.request("/occupations.json")).body());
        var one = catalogue.json("/occupations/" + standard.reference());

        assertThat(file.get("items")).anySatisfy(each -> assertThat(each).isEqualTo(one));
    }

    @Test
    void theLinkedDataIsOfSchemaOrg() throws Exception {
        var answer = send(catalogue.request("/occupations.jsonld"));
        var file = JsonMapper.shared().readTree(answer.body());

        assertThat(header(answer, "Content-Type")).isEqualTo("application/ld+json");
        assertThat(file.get("@context").asString()).isEqualTo("https://schema.org");
        assertThat(file.get("@graph")).anySatisfy(each -> {
            assertThat(each.get("@id").asString()).isEqualTo("/occupations/" + standard.reference());
            assertThat(each.get("@type").asString()).isEqualTo("Occupation");
            assertThat(each.at("/skills/0/termCode").asString()).isEqualTo("K1");
        });
    }

    @Test
    void pagesOfOtherSitesMayRead() throws Exception {
        var answer = send(json("/occupations/REFERENCE").header("Origin", "https://elsewhere.example"));
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");

        var preflight = send(json("/occupations/REFERENCE")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match"));
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("GET");

        var operator = send(json("/operations/parked").header("Origin", "https://elsewhere.example"));
        assertThat(header(operator, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void whatIsRefusedIsAProblemThatNobodyKeeps() throws Exception {
        var answer = send(json("/occupations/OCC0000"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "ETag")).isEmpty();
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(new String(answer.body(), UTF_8)).contains("There is no occupation OCC0000");
    }

    @Test
    void theDescriptionNamesEveryAddress() {
        var description = catalogue.json("/v3/api-docs");
        assertThat(description.get("info").get("title").asString()).isEqualTo("Catalogue");
        var paths = description.get("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/occupations",
                        "/occupations/{reference}",
                        "/occupations/{reference}/versions",
                        "/occupations/{reference}/versions/{number}",
                        "/occupations/{reference}/versions/{from}..{to}",
                        "/occupations/{reference}/progression",
                        "/map",
                        "/routes",
                        "/routes/{route}",
                        "/occupations.csv",
                        "/occupations.json",
                        "/occupations.jsonld",
                        "/operations/parked");
        assertThat(paths.at("/~1occupations/get/parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder(
                        "q", "route", "level", "tier", "status", "product", "green", "asOf", "page", "size");
    }
}

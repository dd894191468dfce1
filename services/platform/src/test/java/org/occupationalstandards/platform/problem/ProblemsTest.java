package org.occupationalstandards.platform.problem;

import static java.net.http.HttpRequest.BodyPublishers.ofInputStream;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.platform.ProbeService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over real HTTP: whatever goes wrong, the answer is a problem that says what. */
class ProblemsTest {

    private static ProbeService.Running service;

    @BeforeAll
    static void start() {
        service = ProbeService.run();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyWrongPlaceOfABodyIsNamedAtOnce() throws Exception {
        var problem = problem(post("/open/orders", """
                {"title": 7, "level": "nine", "colour": "red", "lines": [{"odd": 1, "text": "a", "core": "perhaps", "extra": {"a": [1]}}, 7], "id": "x"}"""), 400);

        assertThat(problem.path("type").asString()).isEqualTo("urn:occupational-standards:problem:invalid-request");
        assertThat(problem.path("instance").asString()).isEqualTo("/open/orders");
        assertThat(errors(problem))
                .containsExactlyInAnyOrder(
                        "/title: This must be a text.",
                        "/level: This must be a whole number.",
                        "/colour: There is no field of the name colour here; there may be title, level, lines, id.",
                        "/lines/0/core: This must be true or false.",
                        "/lines/0/odd: There is no field of the name odd here; there may be text, core.",
                        "/lines/0/extra: There is no field of the name extra here; there may be text, core.",
                        "/lines/1: This must be an object.",
                        "/id: This must be a UUID.");
    }

    @Test
    void malformedJsonIsLocated() throws Exception {
        var problem = problem(post("/open/orders", "{\"title\": \"a\",\n  \"level\": }"), 400);

        assertThat(problem.path("type").asString()).endsWith("malformed-body");
        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("column").asInt()).isGreaterThan(10);
        assertThat(problem.path("detail").asString()).contains("line 2");
    }

    @Test
    void aFieldTwiceIsRefused() throws Exception {
        var problem = problem(post("/open/orders", "{\"title\": \"a\", \"title\": \"b\", \"level\": 3}"), 400);

        assertThat(problem.path("detail").asString()).contains("same field twice");
    }

    @Test
    void somethingAfterTheEndIsRefused() throws Exception {
        problem(post("/open/orders", "{\"title\": \"a\", \"level\": 3} {\"title\": \"b\"}"), 400);
    }

    @Test
    void anEmptyBodyAndABodyOfAnotherShapeAreRefused() throws Exception {
        problem(post("/open/orders", ""), 400);
        problem(post("/open/orders", "[]"), 400);
        problem(post("/open/orders", "null"), 400);
    }

    @Test
    void aWrongParameterIsNamed() throws Exception {
        var path = "/open/parameters/2b1f0f0e-58a6-4b8b-9c53-2f6f2f6c7a10";

        var wrong = problem(service.request(path + "?page=two").header("X-Needed", "1"), 400);
        assertThat(wrong.at("/errors/0/parameter").asString()).isEqualTo("page");
        assertThat(wrong.at("/errors/0/message").asString()).isEqualTo("page must be a whole number.");

        var missing = problem(service.request(path).header("X-Needed", "1"), 400);
        assertThat(missing.at("/errors/0/parameter").asString()).isEqualTo("page");

        var colour = problem(service.request(path + "?page=2&colour=blue").header("X-Needed", "1"), 400);
        assertThat(colour.at("/errors/0/message").asString()).isEqualTo("colour must be one of RED, GREEN.");

        var variable = problem(service.request("/open/parameters/12?page=1").header("X-Needed", "1"), 400);
        assertThat(variable.at("/errors/0/parameter").asString()).isEqualTo("id");
        assertThat(variable.at("/errors/0/message").asString()).isEqualTo("id must be a UUID.");

        var header = problem(service.request(path + "?page=2"), 400);
        assertThat(header.at("/errors/0/header").asString()).isEqualTo("X-Needed");

        var wrongHeader = problem(service.request(path + "?page=2").header("X-Needed", "one"), 400);
        assertThat(wrongHeader.at("/errors/0/header").asString()).isEqualTo("X-Needed");
    }

    @Test
    void addressMethodAndTypes() throws Exception {
        assertThat(problem(service.request("/open/nothing"), 404).path("detail").asString())
                .isEqualTo("There is nothing at /open/nothing.");

        var method = service.send(service.request("/open/refused").DELETE());
        problem(method, 405);
        assertThat(method.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));

        var path = "/open/parameters/2b1f0f0e-58a6-4b8b-9c53-2f6f2f6c7a10?page=1";
        problem(service.request(path).header("X-Needed", "1").header("Accept", "text/csv"), 406);
        problem(
                service.request("/open/orders")
                        .header("Content-Type", "text/plain")
                        .POST(ofString("x")),
                415);
    }

    @Test
    void aServiceRefusesWithItsOwnProblem() throws Exception {
        var answer = service.send(service.request("/open/refused"));
        var problem = problem(answer, 409);

        assertThat(problem.path("type").asString()).isEqualTo("urn:occupational-standards:problem:draft-incomplete");
        assertThat(problem.path("title").asString()).isEqualTo("The draft is not complete");
        assertThat(errors(problem)).containsExactly("/overview: There is no overview.", "/duties/0: No KSB.");
        assertThat(problem.at("/missing/0").asString()).isEqualTo("overview");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void nothingOfTheInsideLeaks() throws Exception {
        var answer = service.send(service.request("/open/broken"));
        var problem = problem(answer, 500);

        assertThat(answer.body()).doesNotContain("secret", "IllegalState", "at org");
        assertThat(problem.path("detail").asString())
                .contains(problem.path("id").asString());
    }

    @Test
    void whatCannotBeAnsweredIsAFailureAndNotDone() throws Exception {
        problem(service.request("/open/unanswerable"), 500);
    }

    @Test
    void tooLargeBodiesAreRefusedWhetherAnnouncedOrNot() throws Exception {
        var large = "{\"title\": \"" + "x".repeat(1_500_000) + "\", \"level\": 3}";

        var announced = problem(post("/open/orders", large), 413);
        assertThat(announced.path("maximumBytes").asInt()).isEqualTo(1 << 20);
        problem(
                service.request("/open/orders")
                        .header("Content-Type", "application/json")
                        .POST(ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))),
                413);

        assertThat(service.send(post("/large", large)).statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheContainerRefusesIsAProblemToo() throws Exception {
        assertThat(raw("GET /open/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(raw("GET /open/a;b/../c HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(raw("GET /open/{x} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .doesNotContain("Apache Tomcat");
    }

    @Test
    void theErrorAddressItselfIsNothing() throws Exception {
        problem(service.request("/error"), 404);
    }

    @Test
    void theDescriptionSaysWhatAnErrorLooksLike() throws Exception {
        var answer = service.send(service.request("/v3/api-docs"));
        var api = JsonMapper.shared().readTree(answer.body());

        assertThat(api.at("/paths/~1open~1orders/post/responses/default/$ref").asString())
                .isEqualTo("#/components/responses/Problem");
        assertThat(api.at("/components/schemas/Problem/properties/errors/items/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Fault");
        assertThat(api.at("/components/schemas/Fault/properties/message").isMissingNode())
                .isFalse();
        assertThat(api.at("/paths/~1me/get/parameters").isMissingNode()).isTrue();
    }

    private static String raw(String request) throws Exception {
        try (var socket = new Socket("localhost", service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpRequest.Builder post(String path, String body) {
        return service.request(path).header("Content-Type", "application/json").POST(ofString(body));
    }

    private static JsonNode problem(HttpRequest.Builder request, int status) throws Exception {
        return problem(service.send(request), status);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        for (var field : List.of("type", "title", "detail", "instance")) {
            assertThat(problem.path(field).asString()).as(field).isNotBlank();
        }
        return problem;
    }

    private static List<String> errors(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + ": "
                        + error.path("message").asString())
                .toList();
    }
}

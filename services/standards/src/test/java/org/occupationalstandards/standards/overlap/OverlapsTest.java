package org.occupationalstandards.standards.overlap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.lifecycle.content.Statement;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.Journey;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Among all occupations of fact, a proposal that is there already is found, with what it shares. */
class OverlapsTest {

    private static final Path EXAMPLES = Path.of("../standalone/src/main/resources/examples");

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static RunningStandards service;
    private static Client official;

    @BeforeAll
    static void start() throws Exception {
        service = RunningStandards.start(ISSUER);
        official = service.client().official();
        load("occupations.csv", "text/csv");
        load("OCC0218.txt", "text/plain");
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        service.bean(Following.class).behind(WordFollower.NAME).orElse(1) == 0);
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void a_proposal_is_answered_with_what_there_is_already() {
        var answer = official.post("/standards", """
                {"reference": "OCC9901", "title": "Healthcare science assistant", "level": 2, "route": 10}""");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var first = answer.json().at("/overlaps/0");
        assertThat(first.path("reference").asString()).isEqualTo("OCC0218");
        assertThat(first.path("title").asString()).isEqualTo("Healthcare science assistant");
        assertThat(first.path("words").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("assistant", "healthcare", "science");
        assertThat(first.path("href").asString()).isEqualTo("/standards/OCC0218");
        assertThat(first.has("score")).isFalse();

        var seen = official.get("/standards/OCC9901").json();
        assertThat(seen.at("/overlaps/0/reference").asString()).isEqualTo("OCC0218");
        assertThat(official.get("/standards/OCC0218").json().has("overlaps"))
                .as("of an approved standard nobody has to be warned")
                .isFalse();
        assertThat(references(official.get("/standards/OCC9901/overlaps").json()))
                .contains("OCC0218")
                .doesNotContain("OCC9901");
    }

    @Test
    void before_proposing_the_statements_that_are_shared_are_named() {
        var existing = service.bean(StandardStore.class).load("OCC0218").orElseThrow();
        var skills =
                existing.state().draft().content().skills().stream().limit(4).toList();

        var answer = ask("Ward helper", skills.stream().map(Statement::text).toList());

        var first = answer.at("/overlaps/0");
        assertThat(first.path("reference").asString()).isEqualTo("OCC0218");
        assertThat(first.path("statements").size()).isGreaterThanOrEqualTo(4);
        assertThat(first.path("statements")
                        .valueStream()
                        .map(each -> each.path("label").asString()))
                .contains("S1", "S2", "S3", "S4");
        assertThat(first.at("/statements/0/proposed").asString()).isNotBlank();
        assertThat(first.at("/statements/0/existing").asString()).isNotBlank();
    }

    @Test
    void what_a_draft_says_is_found_as_soon_as_it_is_saved() {
        new Journey(service).draft("OCC9902");
        var said = List.of("Polish the lens of the lamp", "Sound the foghorn in fog", "Log each passing ship");
        assertThat(references(ask("Beacon minder", said))).doesNotContain("OCC9902");

        var saved = service.client()
                .chair()
                .put("/standards/OCC9902/draft", """
                {"title": "Lighthouse keeper", "skills": [{"text": "%s"}, {"text": "%s"}, {"text": "%s"}]}""".formatted(said.toArray()), "If-Match", "*");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);

        await().untilAsserted(
                        () -> assertThat(references(ask("Beacon minder", said))).contains("OCC9902"));
    }

    @Test
    void what_nothing_is_like_gets_no_warning() {
        assertThat(ask("Xylophone zoologist", List.of("Tame glockenspiels"))
                        .path("overlaps")
                        .size())
                .isZero();
    }

    @Test
    void a_title_that_is_a_job_title_of_another_standard_is_noticed() {
        var jobTitle = service.bean(StandardStore.class)
                .load("OCC0218")
                .orElseThrow()
                .state()
                .draft()
                .content()
                .typicalJobTitles()
                .getFirst();

        var answer = ask(jobTitle.toUpperCase(java.util.Locale.ROOT), List.of());

        assertThat(references(answer)).contains("OCC0218");
        assertThat(answer.path("overlaps")
                        .valueStream()
                        .filter(each -> each.path("reference").asString().equals("OCC0218"))
                        .flatMap(each -> each.path("jobTitles").valueStream())
                        .map(JsonNode::asString))
                .contains(jobTitle);
    }

    @Test
    void a_question_without_a_title_is_refused() {
        var answer = official.get("/overlaps?statement=Digs");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo("title");
    }

    @Test
    void of_all_occupations_a_question_reads_thirty_at_most() {
        var content = service.bean(StandardStore.class)
                .load("OCC0218")
                .orElseThrow()
                .state()
                .draft()
                .content();
        var sentences = content.ksbs().map(Statement::text).limit(20).toList();
        var proposed = new Proposed(null, "Healthcare technician", List.of(), List.of(), sentences);
        assertThat(service.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM standard_words WHERE words @@ to_tsquery('english', 'technician')")
                        .query(Integer.class)
                        .single())
                .as("standards that share a word of the title alone")
                .isGreaterThan(60);

        assertThat(service.bean(StandardWords.class).candidates(proposed))
                .hasSizeBetween(15, 30)
                .extracting(Known::reference)
                .contains("OCC0218");
    }

    private static JsonNode ask(String title, List<String> statements) {
        var query = Stream.concat(
                        Stream.of("title=" + encoded(title)),
                        statements.stream().map(each -> "statement=" + encoded(each)))
                .collect(Collectors.joining("&"));
        var answer = official.get("/overlaps?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static List<String> references(JsonNode answer) {
        return answer.path("overlaps")
                .valueStream()
                .map(each -> each.path("reference").asString())
                .toList();
    }

    private static void load(String file, String type) throws Exception {
        var answer = official.post("/imports", Files.readString(EXAMPLES.resolve(file)), "Content-Type", type);
        var location = answer.header("Location");
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        official.get(location).json().path("state").asString().equals("done"));
    }
}

package org.occupationalstandards.standards.importing.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Database;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ImportsTest {

    private static final Path EXAMPLES = Path.of("../standalone/src/main/resources/examples");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final Database DATABASE = Testbed.freshDatabase();
    private static RunningStandards service;

    @BeforeAll
    static void start() {
        service = RunningStandards.start(ISSUER, DATABASE, Testbed.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void takes_the_occupations_of_fact_refuses_the_impossible_one_and_changes_nothing_the_second_time()
            throws Exception {
        var csv = Files.readString(EXAMPLES.resolve("occupations.csv"));

        var first = importFile(csv, "text/csv");

        assertThat(first.path("total").asInt()).isEqualTo(first.path("accepted").asInt() + 1);
        assertThat(first.path("refused").size()).isEqualTo(1);
        assertThat(first.path("refused").get(0).path("record").asString()).isEqualTo("OCC0381");
        assertThat(first.path("refused").get(0).path("problems").toString()).contains("level");
        var events = events();

        var second = importFile(csv, "text/csv");

        assertThat(second.path("accepted").asInt())
                .isEqualTo(first.path("accepted").asInt());
        assertThat(second.path("unchanged").asInt())
                .isEqualTo(first.path("accepted").asInt());
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void takes_the_text_of_a_page() throws Exception {
        var page = Files.readString(EXAMPLES.resolve("OCC0218.txt")).replace("OCC0218", "OCC9021");

        var progress = importFile(page, "text/plain; charset=utf-8");

        assertThat(progress.path("accepted").asInt()).as(progress.toString()).isEqualTo(1);
        var standard = service.client().official().get("/standards/OCC9021").json();
        assertThat(standard.path("status").asString()).isEqualTo("approved");
        assertThat(standard.path("draft").path("knowledge").size()).isEqualTo(35);
        assertThat(standard.path("draft").path("duties").size()).isEqualTo(10);
    }

    @Test
    void refuses_what_is_no_standard_with_the_reason() {
        var progress = importFile("Nothing of a standard\n", "text/plain");

        assertThat(progress.path("accepted").asInt()).isZero();
        assertThat(progress.path("refused").get(0).path("problems").size()).isPositive();
    }

    @Test
    void goes_on_where_another_instance_stopped() throws Exception {
        var jobs = service.bean(ImportJobs.class);
        var id = jobs.add(
                FileKind.OCCUPATIONS,
                firstOccupations(3).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "official",
                null);
        var jdbc = service.bean(JdbcClient.class);
        jdbc.sql(
                        "UPDATE import_job SET worker = 'dead', lease_until = clock_timestamp() + interval '1 second' WHERE id = ?")
                .param(id)
                .update();

        await().atMost(PATIENCE).until(() -> jobs.progress(id).orElseThrow().doneAt() != null);

        assertThat(jobs.progress(id).orElseThrow().accepted()).isEqualTo(3);
    }

    @Test
    void waits_for_a_database_that_is_away_and_refuses_nothing_for_it() throws Exception {
        var jdbc = service.bean(JdbcClient.class);
        var jobs = service.bean(ImportJobs.class);
        jdbc.sql("ALTER TABLE stored_event RENAME TO stored_event_away").update();
        String location;
        try {
            var answer = service.client().official().post("/imports", firstOccupations(3), "Content-Type", "text/csv");
            assertThat(answer.status()).as(answer.text()).isEqualTo(202);
            location = java.util.Objects.requireNonNull(answer.header("Location"));
            var id = java.util.UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
            await().atMost(PATIENCE)
                    .until(() -> jdbc.sql(
                                    "SELECT worker IS NOT NULL AND lease_until IS NULL FROM import_job WHERE id = ?")
                            .param(id)
                            .query(Boolean.class)
                            .single());
            assertThat(jobs.progress(id).orElseThrow().doneAt()).isNull();
        } finally {
            jdbc.sql("ALTER TABLE stored_event_away RENAME TO stored_event").update();
        }

        await().atMost(PATIENCE)
                .until(() -> service.client()
                        .official()
                        .get(location)
                        .json()
                        .path("state")
                        .asString()
                        .equals("done"));
        var progress = service.client().official().get(location).json();
        assertThat(progress.path("accepted").asInt()).as(progress.toString()).isEqualTo(3);
        assertThat(progress.path("refused").size()).isZero();
    }

    private static String firstOccupations(int count) throws java.io.IOException {
        return Files.readString(EXAMPLES.resolve("occupations.csv"))
                .lines()
                .limit(count + 1)
                .reduce("", (text, line) -> text + line + "\n");
    }

    @Test
    void the_same_request_again_is_the_same_import() {
        var official = service.client().official();
        var first = official.post("/imports", "Nothing", "Content-Type", "text/plain", "Idempotency-Key", "file-1");

        var second = official.post("/imports", "Nothing", "Content-Type", "text/plain", "Idempotency-Key", "file-1");

        assertThat(first.status()).as(first.text()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        var other = official.post("/imports", "Else", "Content-Type", "text/plain", "Idempotency-Key", "file-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("type").asString()).endsWith(":idempotency-key-used");
        assertThat(official.post("/imports", "Nothing", "Content-Type", "text/plain", "Idempotency-Key", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void is_for_officials_and_for_files_that_somebody_can_read() {
        assertThat(service.client()
                        .chair()
                        .post("/imports", "x", "Content-Type", "text/csv")
                        .status())
                .isEqualTo(403);
        assertThat(service.client()
                        .official()
                        .post("/imports", "x", "Content-Type", "application/pdf")
                        .status())
                .isEqualTo(415);
        assertThat(service.client()
                        .official()
                        .get("/imports/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(404);
    }

    private static JsonNode importFile(String file, String type) {
        Client official = service.client().official();
        var answer = official.post("/imports", file, "Content-Type", type);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        var location = answer.header("Location");
        assertThat(location).isNotNull();
        await().atMost(PATIENCE)
                .until(() ->
                        official.get(location).json().path("state").asString().equals("done"));
        return official.get(location).json();
    }

    private static long events() {
        return service.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM stored_event WHERE reference LIKE 'OCC0%'")
                .query(Long.class)
                .single();
    }

    @Test
    void a_product_or_lars_code_of_another_standard_is_refused_and_the_rest_goes_on() {
        var header = "reference,title,level,route,status2018,apprenticeship,larsCode\n";
        var row = "%s,%s,3,Engineering and manufacturing,Approved for delivery,%s,%s\n";
        importFile(header + row.formatted("OCC9041", "Cooper", "ST9041", "90411"), "text/csv");
        var official = service.client().official();
        assertThat(official.post("/standards", """
                {"reference": "OCC9042", "title": "Wheelwright", "level": 3, "route": 8}""").status()).isEqualTo(201);
        assertThat(official.command("OCC9042", "add-product", """
                {"type": "apprenticeship", "code": "ST9042", "larsCode": 90421}""").status()).isEqualTo(200);
        var file = header
                + row.formatted("OCC9043", "Cooper of another house", "ST9041", "90431")
                + row.formatted("OCC9044", "Wainwright", "ST9044", "90421")
                + row.formatted("OCC9045", "Turner", "ST9045", "90451");

        var progress = importFile(file, "text/csv");

        assertThat(progress.path("accepted").asInt()).as(progress.toString()).isEqualTo(1);
        assertThat(progress.path("refused").size()).isEqualTo(2);
        assertThat(progress.at("/refused/0/record").asString()).isEqualTo("OCC9043");
        assertThat(progress.at("/refused/0/problems/0/message").asString())
                .isEqualTo("is ST9041; that belongs to OCC9041");
        assertThat(progress.at("/refused/1/problems/0/message").asString())
                .isEqualTo("is 90421; that belongs to OCC9042");
        assertThat(official.get("/standards/OCC9043").status()).isEqualTo(404);
        assertThat(official.command("OCC9042", "add-product", """
                {"type": "apprenticeship", "code": "ST9043", "larsCode": 90431}""").status())
                .as("what was refused has claimed nothing")
                .isEqualTo(200);
        var again = importFile(file, "text/csv");
        assertThat(again.path("unchanged").asInt()).isEqualTo(1);
        assertThat(again.path("refused").size()).isEqualTo(2);
    }

    @Test
    void says_what_was_taken_differently() {
        var progress = importFile("""
                reference,title,level,route,status2018,approved
                OCC9031,Cooper,3,Engineering and manufacturing,In development,7 November 2017
                """, "text/csv");

        assertThat(progress.path("accepted").asInt()).as(progress.toString()).isEqualTo(1);
        assertThat(progress.at("/notes/0/record").asString()).isEqualTo("OCC9031");
        assertThat(progress.at("/notes/0/notes/0").asString()).contains("is left out: the standard is not approved");
    }

    @Test
    void the_description_of_the_api_and_the_page_name_every_column() throws Exception {
        var post = service.client()
                .get("/v3/api-docs")
                .json()
                .path("paths")
                .path("/imports")
                .path("post");
        var columns = org.occupationalstandards.standards.importing.OccupationsCsv.describe();

        assertThat(post.path("description").asString()).contains(columns);
        var example = post.path("requestBody")
                .path("content")
                .path("text/csv")
                .path("examples")
                .path("occupations");
        assertThat(example.path("value").asString())
                .isEqualTo(Files.readString(java.nio.file.Path.of("../../docs/examples/occupations.csv")));
        assertThat(Files.readString(java.nio.file.Path.of("../../docs/importing.md")))
                .contains(columns);
        assertThat(importFile(example.path("value").asString(), "text/csv")
                        .path("refused")
                        .size())
                .isZero();
    }
}

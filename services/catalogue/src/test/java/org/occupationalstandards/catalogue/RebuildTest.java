package org.occupationalstandards.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Database;
import org.occupationalstandards.testbed.Testbed;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The model is built anew from the topic while it is read and written. */
class RebuildTest {

    private static final int STANDARDS = 30;
    private static final String[] PATHS = {"/occupations?size=1", "/occupations/OCC3000", "/occupations.json"};

    private final Broker broker = Testbed.ownBroker();
    private final Database database = Testbed.freshDatabase();
    private final Announcer announcer = new Announcer(broker.bootstrapServers());
    private RunningCatalogue catalogue = start();

    private RunningCatalogue start() {
        return RunningCatalogue.start(
                Testbed.properties(database, broker.bootstrapServers()),
                RunningCatalogue.issuer(),
                "--platform.intake.rebuild.batch-size=7");
    }

    @AfterEach
    void close() {
        catalogue.close();
        announcer.close();
        broker.close();
    }

    private JsonNode official(String method, String path, int status) {
        HttpResponse<String> answer = catalogue.send(catalogue
                .request(path)
                .header("Authorization", "Bearer " + RunningCatalogue.issuer().token("official"))
                .method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode awaitState(String state) {
        return await().until(
                        () -> official("GET", "/operations/rebuild", 200),
                        it -> it.get("state").asString().equals(state));
    }

    private JsonNode parked() {
        return official("GET", "/operations/parked", 200).get("items");
    }

    private String epoch() {
        return Objects.requireNonNull(catalogue
                .context()
                .getBean(JdbcTemplate.class)
                .queryForObject("select epoch::text from model", String.class));
    }

    private List<Announcer.Standard> announced() {
        List<Announcer.Standard> standards = new ArrayList<>();
        for (int number = 0; number < STANDARDS; number++) {
            standards.add(announcer
                    .standard("OCC" + (3000 + number))
                    .say(AnnouncementType.PROPOSED)
                    .say(AnnouncementType.APPROVED));
        }
        standards.forEach(this::settle);
        return standards;
    }

    private void settle(Announcer.Standard standard) {
        await().until(() -> {
            var answer = catalogue.get("/occupations/" + standard.reference());
            return answer.statusCode() == 200 && answer.body().contains("\"sequence\":" + standard.sequence());
        });
    }

    private String status(String reference) {
        return catalogue.json("/occupations/" + reference).get("status").asString();
    }

    /** Approved, then something that cannot be read, then withdrawn. */
    private Announcer.Standard broken(String reference) {
        var standard = announcer.standard(reference).say(AnnouncementType.PROPOSED);
        var unreadable = standard.next(AnnouncementType.APPROVED, data -> {});
        announcer.send(new ProducerRecord<>(
                Topics.EVENTS, null, null, reference, "{\"reference\":".getBytes(UTF_8), unreadable.headers()));
        return standard.say(AnnouncementType.WITHDRAWN);
    }

    @Test
    void readersAndWritersNoticeNothing() {
        var standards = announced();
        var dropped = broken("OCC3900");
        var waiting = broken("OCC3901");
        await().until(() -> parked().size() == 2);
        official("POST", "/operations/parked/OCC3900/drop", 200);
        settle(dropped);
        String since = parked().at("/0/since").asString();
        String epoch = epoch();
        assertThat(official("GET", "/operations/rebuild", 200).get("state").asString())
                .isEqualTo("never");

        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        var over = new AtomicBoolean();
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
        try {
            others.execute(() -> {
                while (!over.get()) {
                    for (String path : PATHS) {
                        var answer = catalogue.get(path);
                        boolean whole = !path.contains("size") || answer.body().contains("\"total\":32");
                        if (answer.statusCode() != 200 || !whole) wrong.add(path + answer.statusCode() + answer.body());
                    }
                }
            });
            others.execute(() -> {
                while (!over.get()) {
                    for (var each : standards) each.say(AnnouncementType.SUBMITTED);
                }
            });
            JsonNode begun = official("POST", "/operations/rebuild", 202);
            assertThat(begun.get("state").asString()).isEqualTo("running");
            assertThat(begun.get("continuedAt").isNull()).isTrue();
            JsonNode done = awaitState("done");
            assertThat(done.get("read").asLong()).isGreaterThanOrEqualTo(2 * STANDARDS);
            assertThat(done.get("finishedAt").isNull()).isFalse();
        } finally {
            over.set(true);
            others.close();
        }

        assertThat(wrong).isEmpty();
        assertThat(epoch()).isNotEqualTo(epoch);
        standards.forEach(this::settle);
        settle(standards.getFirst().say(AnnouncementType.RETIRED));
        assertThat(status("OCC3000")).isEqualTo("retired");
        assertThat(status("OCC3900")).isEqualTo("withdrawn");
        assertThat(parked().size()).isEqualTo(1);
        assertThat(parked().at("/0/reference").asString()).isEqualTo(waiting.reference());
        assertThat(parked().at("/0/since").asString()).isEqualTo(since);
        assertThat(schemas()).containsExactly("catalogue");
    }

    @Test
    void anInterruptedOneGoesOnAndHeedsWhatWasDecidedMeanwhile() throws SQLException {
        var standards = announced();
        var waiting = broken("OCC3901");
        await().until(() -> parked().size() == 1);
        String epoch = epoch();

        try (Connection reader =
                DriverManager.getConnection(database.url(), database.username(), database.password())) {
            reader.setAutoCommit(false);
            // Somebody reads several tables as one: the exchange has to wait.
            reader.createStatement().execute("lock table catalogue.intake_partition in access share mode");
            official("POST", "/operations/rebuild", 202);
            await().until(() ->
                    official("GET", "/operations/rebuild", 200).get("read").asLong() >= 2 * STANDARDS);
            official("POST", "/operations/rebuild", 409);
            catalogue.close();
            catalogue = start();

            assertThat(official("GET", "/operations/rebuild", 200).get("state").asString())
                    .isEqualTo("interrupted");
            assertThat(epoch()).isEqualTo(epoch);
            assertThat(status("OCC3000")).isEqualTo("approved");
            assertThat(official("POST", "/operations/rebuild", 202)
                            .get("continuedAt")
                            .isNull())
                    .isFalse();
            official("POST", "/operations/parked/OCC3901/drop", 200);
            reader.rollback();
        }

        awaitState("done");
        assertThat(epoch()).isNotEqualTo(epoch);
        assertThat(parked()).isEmpty();
        settle(waiting);
        settle(standards.getFirst().say(AnnouncementType.RETIRED));
        assertThat(schemas()).containsExactly("catalogue");
    }

    private List<String> schemas() {
        var jdbc = catalogue.context().getBean(JdbcTemplate.class);
        return await().until(
                        () -> jdbc.queryForList(
                                "select nspname::text from pg_namespace where nspname like 'catalogue%' order by 1",
                                String.class),
                        each -> each.size() == 1);
    }
}

package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.notifications.RunningService.Subscribed;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of attempts that are under way when their instance dies, stands still, or cannot show that it is there. */
class TakeoverTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Far less than a claim lasts. */
    private static final Duration SECONDS = Duration.ofSeconds(10);

    private final Broker broker = Testbed.ownBroker();
    private final Announcer announcer = new Announcer(broker.bootstrapServers());
    private final Receiver receiver = new Receiver();
    private final CountDownLatch release = new CountDownLatch(1);
    private final Map<String, String> environment =
            Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers());
    private final List<String> ids = new ArrayList<>();
    private Subscribed subscribed;

    /** The first call hangs and then says that the receiver is gone; all others are taken in. */
    @BeforeEach
    void subscribe() {
        try (var service = RunningService.start(environment)) {
            subscribed = service.subscribe(receiver.url(), Map.of());
        }
        receiver.behave(exchange -> {
            boolean first = receiver.calls().size() == 1;
            if (first) release.await();
            exchange.sendResponseHeaders(first ? 410 : 204, -1);
        });
    }

    @AfterEach
    void stop() {
        release.countDown();
        receiver.close();
        announcer.close();
        broker.close();
    }

    /** The service in a process of its own. */
    private Process process(String... settings) throws IOException {
        var arguments = new TreeMap<>(environment);
        arguments.put("server.port", "0");
        arguments.put("platform.security.issuers[0].uri", RunningService.ISSUER.uri());
        arguments.put("notifications.webhooks.allow-private-addresses", "true");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NotificationsService.class.getName()));
        arguments.forEach((name, value) -> command.add("--" + name + "=" + value));
        for (var setting : settings) command.add("--" + setting);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "takeover-process.log").toFile())
                .start();
    }

    private void awaitTheCallThatHangs() {
        ids.add(announcer.submitted("OCC0001").id());
        await().atMost(SOON).until(() -> receiver.calls().size() == 1);
        ids.add(announcer.submitted("OCC0001").id());
    }

    private static void signal(Process process, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static int count(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }

    private void awaitOneOutcome(RunningService service, int attempts) {
        var jdbc = service.jdbc();
        await("both outcomes of the first")
                .atMost(SOON)
                .until(() -> count(jdbc, "select count(*) from attempt") == attempts + 1);
        assertThat(count(jdbc, "select count(*) from delivery where state = 'delivered'"))
                .isEqualTo(2);
        assertThat(count(jdbc, "select count(*) from lane where claim is not null or due_at is not null"))
                .isZero();
        assertThat(service.get(subscribed.path(), subscribed.token())
                        .json()
                        .get("status")
                        .asString())
                .as("what somebody says who has lost the claim disables nothing")
                .isEqualTo("active");
        assertThat(receiver.ids()).containsExactly(ids.getFirst(), ids.getFirst(), ids.getLast());
    }

    @Test
    void whatAKilledInstanceHeldIsTakenOverInSecondsAndWhatASlowOneHoldsIsNot() throws Exception {
        var slow = process();
        try {
            awaitTheCallThatHangs();
            try (var other = RunningService.start(environment)) {
                await("two looks of the other")
                        .during(Duration.ofMillis(2_500))
                        .atMost(SECONDS)
                        .until(() -> receiver.calls().size() == 1);

                slow.destroyForcibly().waitFor();

                await().atMost(SECONDS).until(() -> receiver.calls().size() == 3);
                awaitOneOutcome(other, 1);
                await("nothing remembers it")
                        .atMost(SECONDS)
                        .until(() -> count(other.jdbc(), "select count(*) from instance") == 1);
            }
        } finally {
            slow.destroyForcibly();
        }
    }

    @Test
    void whatAnInstanceHeldThatDiedBeforeAnybodyElseWasThereIsTakenUpAtTheStart() throws Exception {
        var first = process();
        try {
            awaitTheCallThatHangs();
        } finally {
            first.destroyForcibly().waitFor();
        }
        try (var next = RunningService.start(environment)) {
            await().atMost(SECONDS).until(() -> receiver.calls().size() == 3);
            awaitOneOutcome(next, 1);
        }
    }

    @Test
    void anInstanceThatStoodStillBeyondItsClaimChangesNothingWhenItGoesOn() throws Exception {
        var claim = "notifications.delivery.claim=6s";
        var attempt = "notifications.delivery.attempt=4s";
        var standing = process(claim, attempt);
        try {
            ids.add(announcer.submitted("OCC0001").id());
            await().atMost(SOON).until(() -> receiver.calls().size() == 1);
            signal(standing, "STOP");
            try (var other = RunningService.start(environment, claim, attempt)) {
                await().atMost(SOON).until(() -> receiver.calls().size() == 2);
                await().atMost(SECONDS)
                        .until(() ->
                                count(other.jdbc(), "select count(*) from delivery where state = 'delivered'") == 1);

                release.countDown();
                signal(standing, "CONT");

                ids.add(announcer.submitted("OCC0001").id());
                awaitOneOutcome(other, 2);
            }
        } finally {
            standing.destroyForcibly();
        }
    }

    /** Somebody else holds the locks of the numbers to come, as if the database let no further session have one. */
    @Test
    void anInstanceThatCannotShowThatItIsThereSaysSo() throws Exception {
        try (var service = RunningService.start(environment);
                var elsewhere = service.bean(DataSource.class).getConnection();
                var locks = elsewhere.createStatement()) {
            await().atMost(SOON).until(() -> health(service) == 200 && presence(service) == 1);
            locks.execute("select pg_advisory_lock(1751478885, n) from generate_series(1, 1000) n"
                    + " where not exists (select from instance where number = n)");

            service.jdbc()
                    .sql("select pg_terminate_backend(l.pid) from pg_locks l join instance on l.objid::int = number"
                            + " where l.locktype = 'advisory' and l.objsubid = 2")
                    .query(Boolean.class)
                    .single();

            await().atMost(SECONDS).until(() -> health(service) == 503 && presence(service) == 0);
            assertThat(service.get("/actuator/health/readiness").status())
                    .as("readers are answered as well as ever")
                    .isEqualTo(200);
            assertThat(service.get("/actuator/health/liveness").status())
                    .as("a new process would fare no better")
                    .isEqualTo(200);

            locks.execute("select pg_advisory_unlock_all()");

            await().atMost(SECONDS).until(() -> health(service) == 200 && presence(service) == 1);
        }
    }

    private static int health(RunningService service) {
        return service.get("/actuator/health").status();
    }

    private static double presence(RunningService service) {
        return service.bean(MeterRegistry.class)
                .get("notifications.presence")
                .gauge()
                .value();
    }

    @Test
    void anInstanceWhoseSessionBreaksOffLosesWhatItHeldAndIsThereAgain() {
        try (var one = RunningService.start(environment)) {
            awaitTheCallThatHangs();
            try (var other = RunningService.start(environment)) {
                await().atMost(SOON).until(() -> count(one.jdbc(), "select count(*) from instance") == 2);

                one.jdbc()
                        .sql("select pg_terminate_backend(l.pid) from pg_locks l join lane on l.objid::int = claimed_by"
                                + " where l.locktype = 'advisory' and l.objsubid = 2 and claim is not null")
                        .query(Boolean.class)
                        .single();

                await().atMost(SECONDS).until(() -> receiver.calls().size() == 3);
                release.countDown();
                awaitOneOutcome(other, 2);
                await("a new number")
                        .atMost(SECONDS)
                        .until(() -> count(
                                        one.jdbc(),
                                        "select count(*) from instance join pg_locks on objid::int = number"
                                                + " where locktype = 'advisory' and objsubid = 2")
                                == 2);
            }
        }
    }
}

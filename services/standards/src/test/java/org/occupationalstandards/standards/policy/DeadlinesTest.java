package org.occupationalstandards.standards.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.eventsourcing.StoredEventTypes;
import org.occupationalstandards.standards.running.Journey;
import org.occupationalstandards.standards.running.MovedClock;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Database;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Dates pass, whether anybody is there or not. */
class DeadlinesTest {

    private static final TestIssuer ISSUER = TestIssuer.start();

    /** Of a decision on a proposal, by default six weeks after its submission, with a reminder a week before. */
    private static final Duration UNTIL_REMINDER = Duration.ofDays(35);

    private static final Duration UNTIL_OVERDUE = Duration.ofDays(42).plusSeconds(1);

    private final Database database = Testbed.freshDatabase();
    private final MovedClock clock = new MovedClock();
    private RunningStandards service = start();

    @AfterEach
    void stop() {
        service.close();
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @Test
    void what_passed_while_nobody_was_there_is_done_at_the_next_start_once_by_two_instances_too() {
        var references =
                IntStream.rangeClosed(8101, 8110).mapToObj(i -> "OCC" + i).toList();
        references.forEach(this::submitted);
        awaitPlanned(10);
        service.close();
        clock.pass(UNTIL_OVERDUE);

        service = start();
        try (var second = start()) {
            awaitPlanned(0);
            for (var reference : references) {
                assertThat(types(second, reference))
                        .containsExactly("standard-proposed", "proposal-submitted", "decision-escalated");
            }
        }
    }

    @Test
    void each_deadline_is_kept_as_its_hour_comes() {
        submitted("OCC8201");
        awaitPlanned(1);

        clock.pass(UNTIL_REMINDER.minusMinutes(1));
        submitted("OCC8202");
        awaitPlanned(2);
        assertThat(types(service, "OCC8201")).doesNotContain("decision-reminded");

        clock.pass(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(types(service, "OCC8201")).last().isEqualTo("decision-reminded"));
        var reminder = service.bean(StandardStore.class).history("OCC8201").getLast();
        assertThat(reminder.event().by()).isEqualTo("system");

        clock.pass(Duration.ofDays(7));
        await().untilAsserted(() -> assertThat(types(service, "OCC8201")).last().isEqualTo("decision-escalated"));
        assertThat(types(service, "OCC8202")).doesNotContain("decision-reminded", "decision-escalated");
    }

    @Test
    void a_decision_in_time_leaves_nothing_to_remind_of() {
        submitted("OCC8301");
        awaitPlanned(1);
        service.client().official().command("OCC8301", "return-proposal", "{\"reasons\": [\"No duties.\"]}");

        awaitPlanned(0);

        assertThat(types(service, "OCC8301")).last().isEqualTo("proposal-returned");
    }

    @Test
    void an_instance_that_died_before_it_could_plan_or_while_it_looked_leaves_nothing_undone() {
        submitted("OCC8401");
        submitted("OCC8402");
        awaitPlanned(2);
        service.close();
        // As kill -9 leaves it: events were stored and not taken, and a look was claimed and not finished.
        var jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
        jdbc.sql("DELETE FROM standards.follower_token WHERE processor_name = 'deadlines'")
                .update();
        jdbc.sql("DELETE FROM standards.deadline WHERE task_instance LIKE 'OCC8401@%'")
                .update();
        jdbc.sql("UPDATE standards.deadline SET picked = true, picked_by = 'gone', last_heartbeat = now()")
                .update();
        clock.pass(UNTIL_OVERDUE);

        service = start();

        awaitPlanned(0);
        for (var reference : List.of("OCC8401", "OCC8402")) {
            assertThat(types(service, reference)).containsOnlyOnce("decision-escalated");
        }
    }

    @Test
    void a_version_comes_into_force_though_nobody_was_there_on_its_first_day() {
        var journey = new Journey(service);
        approve(journey, journey.submit("OCC8501"));
        journey.command(service.client().chair(), "OCC8501", "request-change", "{\"what\": \"Say it better.\"}");
        journey.command(
                service.client().official(),
                "OCC8501",
                "accept-change",
                "{\"request\": 1, \"changeClass\": \"correction\"}");
        journey.command(service.client().chair(), "OCC8501", "submit", "{}");
        journey.command(service.client().committee(), "OCC8501", "approve", "{}");
        assertThat(types(service, "OCC8501")).last().isEqualTo("standard-approved");
        awaitPlanned(1);
        service.close();
        clock.pass(Duration.ofDays(40));

        service = start();

        awaitPlanned(0);
        assertThat(types(service, "OCC8501")).containsOnlyOnce("version-took-effect");
    }

    private void approve(Journey journey, String reference) {
        for (int member = 1; member <= 3; member++) {
            journey.command(service.client().panel(member), reference, "cast-vote", "{\"choice\": \"yes\"}");
        }
        journey.command(service.client().committee(), reference, "approve", "{}");
    }

    private RunningStandards start() {
        var properties = RunningStandards.properties(ISSUER, database, Testbed.bootstrapServers());
        properties.put("standards.deadlines.look-every", "100ms");
        properties.put("standards.deadlines.heartbeat", "200ms");
        return RunningStandards.start(ISSUER, properties, clock);
    }

    private void awaitPlanned(int looks) {
        await().untilAsserted(() -> {
            assertThat(service.context()
                            .getBean(org.occupationalstandards.standards.eventsourcing.Following.class)
                            .behind(WhenStandardChangesThenPlanNextLook.NAME))
                    .satisfiesAnyOf(
                            behind -> assertThat(behind).hasValue(0),
                            elsewhere -> assertThat(elsewhere).isEmpty());
            assertThat(service.bean(JdbcClient.class)
                            .sql("SELECT count(*) FROM deadline WHERE task_name = 'look'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(looks);
        });
    }

    private void submitted(String reference) {
        new Journey(service).submitProposal(reference);
    }

    private static List<String> types(RunningStandards service, String reference) {
        return service.bean(StandardStore.class).history(reference).stream()
                .map(Recorded::event)
                .map(event -> StoredEventTypes.of(event.getClass()).name())
                .toList();
    }
}

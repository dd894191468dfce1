package org.occupationalstandards.standards.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.eventsourcing.Places;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever keeps decisions from the public, somebody hears of it. */
class RelayAlarmTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static RunningStandards service;

    @BeforeAll
    static void start() {
        service = RunningStandards.start(ISSUER, Testbed.freshDatabase(), Testbed.bootstrapServers());
        Proposals.propose(service);
        awaitNothingBehind();
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    private static void awaitNothingBehind() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> metric("standards.publishing.behind") == 0 && metric("standards.relay.backlog") == 0);
    }

    @Test
    void all_is_well() {
        assertThat(health().getStatus()).isEqualTo(Status.UP);
        assertThat(metric("standards.relay.running")).isEqualTo(1);
        assertThat(metric("standards.publishing.lag")).isZero();
        assertThat(metric("standards.publishing.gap")).isZero();
        assertThat(trouble()).isZero();
    }

    @Test
    void events_that_do_not_get_into_the_outbox_are_counted_and_the_trouble_is_told() {
        var jdbc = service.bean(JdbcClient.class);
        jdbc.sql("ALTER TABLE outbox ADD CONSTRAINT stuck CHECK (false) NOT VALID")
                .update();
        try {
            Proposals.propose(service, 3);
            await().until(() -> metric("standards.publishing.behind") == 3);
            await().until(() -> metric("standards.publishing.lag") > 1);
            await().until(() -> trouble() == 1);
            assertThat(metric("standards.relay.backlog")).isZero();
            assertThat(health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health().getDetails()).containsEntry("unpublished", 3L).containsKey("trouble");
        } finally {
            jdbc.sql("ALTER TABLE outbox DROP CONSTRAINT stuck").update();
        }
        awaitNothingBehind();
        await().until(() -> health().getStatus().equals(Status.UP));
        assertThat(metric("standards.publishing.lag")).isZero();
        assertThat(trouble()).isZero();
    }

    @Test
    void an_instance_that_does_not_follow_tells_how_far_behind_the_others_are() {
        var jdbc = service.bean(JdbcClient.class);
        jdbc.sql("UPDATE follower_token SET owner = 'another', recorded_at = ? WHERE processor_name = ?")
                .params(Instant.now().plus(1, ChronoUnit.HOURS).toString(), Publisher.NAME)
                .update();
        await().until(() -> !service.bean(Following.class).isHere(Publisher.NAME));
        try {
            Proposals.propose(service, 2);
            await().until(() -> metric("standards.publishing.behind") == 2);
            await().until(() -> metric("standards.publishing.lag") > 1);
        } finally {
            jdbc.sql("UPDATE follower_token SET owner = NULL WHERE processor_name = ?")
                    .param(Publisher.NAME)
                    .update();
        }
        awaitNothingBehind();
    }

    @Test
    void an_event_that_an_open_transaction_keeps_back_is_told_by_its_age() {
        var transactions = new TransactionTemplate(service.bean(PlatformTransactionManager.class));
        transactions.executeWithoutResult(open -> {
            Proposals.propose(service);
            open.setRollbackOnly();
            CompletableFuture.runAsync(() -> Proposals.propose(service)).join();
            await().until(() -> metric("standards.publishing.gap") > 1);
        });
        await().until(() -> metric("standards.publishing.gap") == 0);
    }

    @Test
    void what_waits_for_too_long_is_an_alarm_wherever_it_waits() {
        var places = mock(Places.class);
        when(places.behind(any())).thenReturn(new Places.Behind(1, Duration.ofSeconds(31), Duration.ZERO));
        var state = state(places);
        state.running(true);
        assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);

        when(places.behind(any())).thenReturn(new Places.Behind(1, Duration.ofSeconds(29), Duration.ZERO));
        assertThat(state.health().getStatus()).isEqualTo(Status.UP);

        state.running(false);
        assertThat(state.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void an_error_is_told_and_tried_again() throws Exception {
        var kafka = mock(Kafka.class);
        var state = mock(RelayState.class);
        when(kafka.topics()).thenThrow(new NoClassDefFoundError("org/example/Absent"));
        var relay = new Relay(
                service.bean(Outbox.class),
                mock(RelayLease.class),
                mock(Following.class),
                kafka,
                new Wakeup(),
                service.bean(PublishingSettings.class),
                state);
        relay.start();
        try {
            verify(state, timeout(10_000).atLeast(2)).failed("java.lang.NoClassDefFoundError: org/example/Absent");
            verify(state, Mockito.never()).running(false);
        } finally {
            relay.stop();
        }
        verify(state).running(false);
    }

    private static RelayState state(Places places) {
        var outbox = mock(Outbox.class);
        when(outbox.heads()).thenReturn(new Outbox.Heads(0, 0));
        when(outbox.oldestAfter(anyLong())).thenReturn(Optional.empty());
        var following = mock(Following.class);
        when(following.names()).thenReturn(Set.of(Publisher.NAME));
        return new RelayState(
                outbox,
                service.bean(JdbcClient.class),
                following,
                places,
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    private static org.springframework.boot.health.contributor.Health health() {
        return service.bean(RelayState.class).health();
    }

    private static double trouble() {
        return service.bean(MeterRegistry.class)
                .get("standards.follower.trouble")
                .tag("follower", Publisher.NAME)
                .gauge()
                .value();
    }

    private static double metric(String name) {
        return service.bean(MeterRegistry.class).get(name).gauge().value();
    }
}

package org.occupationalstandards.standards.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.standards.running.Topic;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transaction that took its place in the stream first commits last, and a neighbour is dated more than a minute back, by
 * a clock that is wrong or a process that slept. By Axon's defaults the first event would never be heard of.
 */
class LateCommitTest {

    @Test
    void an_event_that_commits_after_a_later_and_older_one_is_still_announced() throws Exception {
        try (var issuer = TestIssuer.start();
                var broker = Testbed.ownBroker();
                var service = RunningStandards.start(issuer, Testbed.freshDatabase(), broker.bootstrapServers());
                var threads = Executors.newSingleThreadExecutor()) {
            var topic = new Topic(broker.bootstrapServers(), Topics.EVENTS);
            var first = Proposals.propose(service);
            topic.await(1, each -> first.equals(each.key()));
            var stored = new CountDownLatch(1);
            var mayCommit = new CountDownLatch(1);

            var late = threads.submit(
                    () -> new TransactionTemplate(service.bean(PlatformTransactionManager.class)).execute(status -> {
                        var reference = Proposals.propose(service);
                        stored.countDown();
                        await(mayCommit);
                        return reference;
                    }));
            stored.await();
            var neighbour = datedBack(Duration.ofSeconds(61), () -> Proposals.propose(service));
            topic.await(1, each -> neighbour.equals(each.key()));
            var after = Proposals.propose(service);
            topic.await(1, each -> after.equals(each.key()));
            mayCommit.countDown();
            var reference = late.get();

            assertThat(topic.await(1, each -> reference.equals(each.key()))).hasSize(1);
            assertThat(topic.messages()).hasSize(4);
        }
    }

    @Test
    void what_was_rolled_back_is_forgotten_and_what_is_still_open_is_not() throws Exception {
        try (var issuer = TestIssuer.start();
                var broker = Testbed.ownBroker();
                var service = RunningStandards.start(issuer, Testbed.freshDatabase(), broker.bootstrapServers());
                var threads = Executors.newSingleThreadExecutor()) {
            var topic = new Topic(broker.bootstrapServers(), Topics.EVENTS);
            var transactions = new TransactionTemplate(service.bean(PlatformTransactionManager.class));
            rolledBack(service, transactions);
            var first = Proposals.propose(service);
            topic.await(1, each -> first.equals(each.key()));
            awaitGaps(service, 0);

            var stored = new CountDownLatch(1);
            var mayCommit = new CountDownLatch(1);
            var late = threads.submit(() -> transactions.execute(status -> {
                var reference = Proposals.propose(service);
                stored.countDown();
                workOnUntil(mayCommit, service);
                return reference;
            }));
            stored.await();
            rolledBack(service, transactions);
            var after = Proposals.propose(service);
            topic.await(1, each -> after.equals(each.key()));
            // Longer than between two looks for gaps that are dead: one of the two is not.
            org.awaitility.Awaitility.await()
                    .pollInterval(Duration.ofMillis(500))
                    .during(Duration.ofSeconds(7))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> gapsAfterAnother(service) == 2);
            mayCommit.countDown();
            var reference = late.get();

            assertThat(topic.await(1, each -> reference.equals(each.key()))).hasSize(1);
            awaitGaps(service, 0);
        }
    }

    private static void awaitGaps(RunningStandards service, int count) {
        org.awaitility.Awaitility.await()
                .pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(60))
                .until(() -> gapsAfterAnother(service) == count);
    }

    /** A follower tells its place anew with each event that it takes. */
    private static int gapsAfterAnother(RunningStandards service) {
        Proposals.propose(service);
        return gaps(service);
    }

    private static void rolledBack(RunningStandards service, TransactionTemplate transactions) {
        transactions.executeWithoutResult(status -> {
            Proposals.propose(service);
            status.setRollbackOnly();
        });
    }

    private static int gaps(RunningStandards service) {
        return service.bean(Following.class).gaps(Publisher.NAME).orElse(-1);
    }

    private static String datedBack(Duration by, java.util.function.Supplier<String> task) {
        var clock = GenericEventMessage.clock;
        GenericEventMessage.clock = Clock.offset(clock, by.negated());
        try {
            return task.get();
        } finally {
            GenericEventMessage.clock = clock;
        }
    }

    /** A transaction that stands still is ended by the database; this one is only slow. */
    private static void workOnUntil(CountDownLatch latch, RunningStandards service) {
        try {
            while (!latch.await(1, TimeUnit.SECONDS)) {
                service.bean(JdbcClient.class)
                        .sql("SELECT 1")
                        .query(Integer.class)
                        .single();
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}

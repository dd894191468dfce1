package org.occupationalstandards.standards.importing.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.importing.KnownStandards;
import org.occupationalstandards.standards.importing.job.ImportJobs.Outcome;
import org.occupationalstandards.standards.importing.job.ImportJobs.Result;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An Error ends neither the thread that imports nor the turn of any other file. */
class FailingImportsTest {

    private static final String HEADER = "reference,title,level,route,status2018\n";
    private static final String ROW = "%s,Cooper,3,Engineering and manufacturing,Approved for delivery\n";

    private static final AtomicBoolean FAILS = new AtomicBoolean();
    private static final TestIssuer ISSUER = TestIssuer.start();
    private static RunningStandards service;
    private static ImportJobs jobs;

    @BeforeAll
    static void start() {
        service = RunningStandards.start(
                ISSUER,
                RunningStandards.properties(ISSUER, Testbed.freshDatabase(), Testbed.bootstrapServers()),
                new FailingClock());
        jobs = service.bean(ImportJobs.class);
        service.bean(ImportRunner.class).stop();
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void a_file_that_cannot_be_read_on_ends_with_the_reason_and_the_next_one_has_its_turn() {
        var broken = add(FileKind.OCCUPATIONS, HEADER + ROW.formatted("OCC9051"));
        var next = add(FileKind.OCCUPATIONS, HEADER + ROW.formatted("OCC9052"));

        workOff(new FailingRegister(true, false), next);

        var ended = jobs.progress(broken).orElseThrow();
        assertThat(ended.doneAt()).isNotNull();
        assertThat(ended.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.number()).isEqualTo(1);
            assertThat(refused.record()).isEqualTo("file");
            assertThat(refused.problems().getFirst().message())
                    .startsWith("could not be read to its end, for a reason on our side; quote the id ");
        });
        assertThat(jobs.progress(next).orElseThrow().accepted()).isEqualTo(1);
    }

    @Test
    void what_was_worked_off_before_stays_and_the_file_can_be_sent_again() {
        var file = HEADER + ROW.formatted("OCC9053") + ROW.formatted("OCC9054");
        var broken = add(FileKind.OCCUPATIONS, file);
        jobs.claim("another");
        jobs.total(broken, 2);
        jobs.note(broken, "another", List.of(new Result(1, "OCC9053", Outcome.REGISTERED, List.of(), List.of())));
        jobs.release(broken, "another");
        var again = add(FileKind.OCCUPATIONS, file);

        workOff(new FailingRegister(true, false), again);

        var ended = jobs.progress(broken).orElseThrow();
        assertThat(ended.accepted()).isEqualTo(1);
        assertThat(ended.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.number()).isEqualTo(2));
        assertThat(jobs.progress(again).orElseThrow().accepted()).isEqualTo(2);
    }

    @Test
    void a_record_that_fails_is_refused_and_the_rest_goes_on() {
        var job = add(FileKind.OCCUPATIONS, HEADER + ROW.formatted("OCC9055") + ROW.formatted("OCC9056"));
        FAILS.set(true);

        workOff(new FailingRegister(false, false), job);

        var progress = jobs.progress(job).orElseThrow();
        assertThat(progress.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.record()).isEqualTo("OCC9055");
            assertThat(refused.problems().getFirst().message())
                    .startsWith("could not be taken, for a reason on our side; quote the id ");
        });
        assertThat(progress.accepted()).isEqualTo(1);
    }

    @Test
    void a_failure_that_has_nothing_to_do_with_the_file_is_followed_by_another_attempt() {
        var job = add(FileKind.FEED, "[]");

        workOff(new FailingRegister(false, true), job);

        assertThat(jobs.progress(job).orElseThrow().refused()).isEmpty();
    }

    private static UUID add(FileKind kind, String file) {
        return jobs.add(kind, file.getBytes(UTF_8), "official", null);
    }

    /** Until the last of them is done. */
    private static void workOff(Register register, UUID last) {
        var runner = new ImportRunner(jobs, register, service.bean(StandardStore.class));
        runner.start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> jobs.progress(last).orElseThrow().doneAt() != null);
        } finally {
            runner.stop();
        }
    }

    /** Fails once. */
    private static final class FailingRegister extends Register {

        private boolean whenRead;
        private boolean whenLookedAt;

        FailingRegister(boolean whenRead, boolean whenLookedAt) {
            super(service.bean(JdbcClient.class));
            this.whenRead = whenRead;
            this.whenLookedAt = whenLookedAt;
        }

        @Override
        KnownStandards known() {
            if (whenRead) {
                whenRead = false;
                throw new StackOverflowError("for a test");
            }
            return super.known();
        }

        @Override
        boolean complete() {
            if (whenLookedAt) {
                whenLookedAt = false;
                throw new StackOverflowError("for a test");
            }
            return super.complete();
        }
    }

    /** Throws once, when it is set to, at whoever asks first on the thread of imports: the store that takes a record. */
    private static final class FailingClock extends Clock {

        @Override
        public Instant instant() {
            if (Thread.currentThread().getName().equals("imports") && FAILS.getAndSet(false)) {
                throw new StackOverflowError("for a test");
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

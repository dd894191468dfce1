package org.occupationalstandards.standards.importing.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.eventsourcing.Instruction;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.eventsourcing.StoreTrouble;
import org.occupationalstandards.standards.importing.ImportProblem;
import org.occupationalstandards.standards.importing.ImportRecord;
import org.occupationalstandards.standards.importing.ImportedStandard;
import org.occupationalstandards.standards.importing.job.ImportJobs.Job;
import org.occupationalstandards.standards.importing.job.ImportJobs.Outcome;
import org.occupationalstandards.standards.importing.job.ImportJobs.Result;
import org.occupationalstandards.standards.importing.job.ImportJobs.TakenOver;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works off one file after the other. Interrupted anywhere, it goes on with the first record that has no result yet; a record
 * that was registered without its result being noted is found unchanged then.
 */
@Component
class ImportRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

    /** Between two looks for a file that another instance left behind. */
    private static final Duration SAFETY_POLL = Duration.ofSeconds(10);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

    private static final Duration CATCH_UP_POLL = Duration.ofMillis(100);

    /** A list that lags longer than this is broken, and imports need not wait for its repair. */
    private static final int CATCH_UP_LOOKS = 100;

    private static final int NOTED_TOGETHER = 25;

    private final ImportJobs jobs;
    private final Register register;
    private final StandardStore standards;
    private final String worker = UUID.randomUUID().toString();
    private final Semaphore calls = new Semaphore(0);

    private volatile boolean running;
    private @Nullable Thread thread;

    ImportRunner(ImportJobs jobs, Register register, StandardStore standards) {
        this.jobs = jobs;
        this.register = register;
        this.standards = standards;
    }

    /** There is a new file. */
    void call() {
        calls.release();
    }

    private void run() {
        while (running) {
            try {
                var job = jobs.claim(worker);
                if (job.isPresent()) {
                    workOff(job.get());
                } else if (calls.tryAcquire(SAFETY_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    calls.drainPermits();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                log.warn("Imports wait, the next attempt follows: {}", failure.toString());
                pause(AFTER_TROUBLE);
            } catch (Error failure) {
                // Nobody would start another thread, and all files wait for this one.
                log.error("Imports wait, the next attempt follows", failure);
                pause(AFTER_TROUBLE);
            }
        }
    }

    private void workOff(Job job) {
        try {
            if (job.kind() == FileKind.FEED) {
                awaitWholeRegister();
            }
            var progress = new Progress(job, jobs.workedOff(job.id()));
            try {
                count(job);
                read(job, progress::take);
            } catch (Stopped | TakenOver notOfTheFile) {
                throw notOfTheFile;
            } catch (RuntimeException | Error failure) {
                if (StoreTrouble.passes(failure)) {
                    throw failure;
                }
                // Tried again it would most likely fail again, and all other files would wait behind it.
                progress.endEarly(failure);
            }
            progress.note();
            jobs.done(job.id());
        } catch (Stopped stopped) {
            log.info("Import {} goes on after the next start", job.id());
        } finally {
            jobs.release(job.id(), worker);
        }
    }

    private void count(Job job) {
        if (job.total() == null) {
            var count = new AtomicInteger();
            read(job, record -> count.incrementAndGet());
            jobs.total(job.id(), count.get());
        }
    }

    /**
     * Records of the feed are recognised among the standards that are listed, and the list follows the stored events by
     * moments: a feed sent right after another file must find what that file brought.
     */
    private void awaitWholeRegister() {
        for (int i = 0; running && i < CATCH_UP_LOOKS && !register.complete(); i++) {
            pause(CATCH_UP_POLL);
        }
    }

    private void read(Job job, Consumer<ImportRecord> records) {
        try (var file = new ByteArrayInputStream(job.file())) {
            job.kind().reader(register.known()).read(file, records);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /** One pass over a file. */
    private final class Progress {

        private final Job job;
        private final Caller caller;
        private final Set<Integer> workedOff;
        private final List<Result> results = new ArrayList<>();
        private int number;
        private int last;

        Progress(Job job, Set<Integer> workedOff) {
            this.job = job;
            this.caller = new Caller(job.submittedBy(), Set.of(Role.OFFICIAL), Set.of(), Set.of());
            this.workedOff = workedOff;
            this.last = workedOff.stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        void take(ImportRecord record) {
            number++;
            if (workedOff.contains(number)) {
                return;
            }
            if (!running) {
                note();
                throw new Stopped();
            }
            results.add(
                    switch (record) {
                        case ImportRecord.Accepted accepted -> registered(accepted);
                        case ImportRecord.Refused refused ->
                            new Result(number, refused.record(), Outcome.REFUSED, refused.problems(), List.of());
                    });
            last = number;
            if (results.size() == NOTED_TOGETHER) {
                note();
            }
        }

        /** Refuses what has no result yet, in one for all. */
        void endEarly(Throwable failure) {
            var id = UUID.randomUUID();
            log.error("Import {} ends after record {}, {}", job.id(), last, id, failure);
            results.add(ourFault(last + 1, "file", "could not be read to its end", id));
        }

        void note() {
            jobs.note(job.id(), worker, results);
            results.clear();
        }

        private Result registered(ImportRecord.Accepted accepted) {
            String record = accepted.record();
            ImportedStandard standard = accepted.standard();
            try {
                var known = standards.load(standard.reference()).map(StateAt::state);
                var outcome = standards.handle(
                        Instruction.of(standard.reference(), Registration.of(standard, known), caller));
                var changed = !outcome.events().isEmpty();
                return new Result(
                        number, record, changed ? Outcome.REGISTERED : Outcome.UNCHANGED, List.of(), accepted.notes());
            } catch (CommandRefused refused) {
                return new Result(number, record, Outcome.REFUSED, problems(refused), List.of());
            } catch (RuntimeException | Error unexpected) {
                if (StoreTrouble.passes(unexpected)) {
                    throw unexpected;
                }
                var id = UUID.randomUUID();
                log.error("Record {} of import {} failed, {}", record, job.id(), id, unexpected);
                return ourFault(number, record, "could not be taken", id);
            }
        }
    }

    private static Result ourFault(int number, String record, String what, UUID id) {
        var problem = new ImportProblem(0, "", what + ", for a reason on our side; quote the id " + id);
        return new Result(number, record, Outcome.REFUSED, List.of(problem), List.of());
    }

    private static List<ImportProblem> problems(CommandRefused refused) {
        return refused.problems().isEmpty()
                ? List.of(new ImportProblem(0, "", refused.refusal().says()))
                : refused.problems().stream()
                        .map(problem -> new ImportProblem(0, problem.pointer(), problem.message()))
                        .toList();
    }

    private void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("imports").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        calls.release();
        var current = thread;
        if (current != null) {
            try {
                current.join(Duration.ofSeconds(10));
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}

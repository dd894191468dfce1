package org.occupationalstandards.faults.injecting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.occupationalstandards.faults.running.Pause;
import org.occupationalstandards.faults.running.ServiceProcess;

/** One of the two write-side instances lives at another time for a while. Needs libfaketime, Debian's package faketime. */
public record ClockWrong(String service, Duration by) implements Fault {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    private static final Duration UNDER_LOAD = Duration.ofSeconds(6);

    @Override
    public String name() {
        return "clock off by %+d s".formatted(by.toSeconds());
    }

    @Override
    public int kills() {
        return 2;
    }

    @Override
    public String inject(Scene scene) {
        Path library = LIBRARIES.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no libfaketime: install the package faketime"));
        ServiceProcess victim = scene.cluster().service(service);
        victim.kill();
        victim.start(Map.of("LD_PRELOAD", library.toString(), "FAKETIME", "%+d".formatted(by.toSeconds())));
        victim.awaitReady(Scene.RECOVERY);
        long shown = Duration.between(Instant.now(), date(scene)).toSeconds();
        if (Math.abs(shown - by.toSeconds()) > 10)
            throw new IllegalStateException("Its clock is off by " + shown + " s");
        long before = scene.cluster().database().number("SELECT max(global_index) FROM standards.stored_event");
        Pause.of(UNDER_LOAD);
        Scene.await("events of both times stand beside each other", Scene.RECOVERY, () -> wrong(scene, before) > 0);
        long wrong = wrong(scene, before);
        // What it had claimed by its clock ends with it all the same.
        Instant killed = Instant.now();
        victim.kill();
        Duration handover = scene.untilSent(killed);
        victim.start();
        scene.awaitAllReady();
        return "the clock of %s was off by %d s, and %d of its events or its neighbour's stand beside one of another time; after its end the other sent within %.1f s"
                .formatted(service, shown, wrong, handover.toMillis() / 1000.0);
    }

    private long wrong(Scene scene, long before) {
        return scene.cluster().database().number("""
                SELECT count(*) FROM standards.stored_event e WHERE global_index > %d AND EXISTS (
                    SELECT FROM standards.stored_event other WHERE other.global_index < e.global_index
                       AND abs(extract(epoch FROM other.recorded_at - e.recorded_at)) > %d
                       AND other.global_index > %d)""".formatted(before, Math.abs(by.toSeconds()) - 15, before));
    }

    /** The time that it gives in its answers. */
    private Instant date(Scene scene) {
        var answer = scene.web()
                .send(scene.web()
                        .as("official", scene.cluster().service(service).address("/actuator/health/liveness")))
                .orElseThrow(() -> new IllegalStateException(service + " does not answer"));
        return ZonedDateTime.parse(
                        answer.headers().firstValue("Date").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }
}

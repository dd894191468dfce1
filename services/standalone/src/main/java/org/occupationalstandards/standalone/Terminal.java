package org.occupationalstandards.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** What the person at the terminal sees: one line a step, with the seconds since the start. */
final class Terminal {

    private final PrintStream out;
    private final InstantSource clock;
    private final java.time.Instant began;

    Terminal(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.began = clock.instant();
    }

    void step(String text) {
        var elapsed = Duration.between(began, clock.instant());
        out.printf(Locale.ROOT, "%6.1f s  %s%n", elapsed.toMillis() / 1000.0, text);
    }

    void line(String text) {
        out.println(text);
    }
}

package org.occupationalstandards.platform.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of messages. */
final class IntakeCounters {

    private final Counter takenIn;
    private final Counter duplicates;
    private final Counter gaps;
    private final Counter deadLetters;
    private final Counter failures;

    IntakeCounters(MeterRegistry meters, String intake) {
        takenIn = meters.counter("intake.taken.in", "intake", intake);
        duplicates = meters.counter("intake.duplicates", "intake", intake);
        gaps = meters.counter("intake.gaps", "intake", intake);
        deadLetters = meters.counter("intake.dead.letters", "intake", intake);
        failures = meters.counter("intake.failures", "intake", intake);
    }

    /** A batch could not be taken in and will be tried again. */
    void failure() {
        failures.increment();
    }

    Tally tally() {
        return new Tally();
    }

    /** Counts of one transaction, which count only once it has committed. */
    final class Tally {

        private int takenInHere;
        private int duplicatesHere;
        private int gapsHere;
        private int deadLettersHere;

        void takenIn() {
            takenInHere++;
        }

        void duplicate() {
            duplicatesHere++;
        }

        void gap() {
            gapsHere++;
        }

        void deadLetter() {
            deadLettersHere++;
        }

        void commit() {
            takenIn.increment(takenInHere);
            duplicates.increment(duplicatesHere);
            gaps.increment(gapsHere);
            deadLetters.increment(deadLettersHere);
        }
    }
}

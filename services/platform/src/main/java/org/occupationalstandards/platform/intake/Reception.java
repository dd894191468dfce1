package org.occupationalstandards.platform.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.intake.Reading.NotUnderstood;
import org.occupationalstandards.platform.intake.Reading.Understood;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides, message by message, whether it is next in turn, was seen before, waits, or cannot be read, and commits the
 * effects of a batch together with the ledger.
 */
final class Reception<A> {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final Recipient<A> recipient;
    private final LetterReader<A> reader;
    private final Ledger ledger;
    private final ParkingLot parking;
    private final DeadLetters deadLetters;
    private final Decisions decisions;
    private final IntakeCounters counters;
    private final TransactionTemplate transaction;

    Reception(
            Recipient<A> recipient,
            LetterReader<A> reader,
            Ledger ledger,
            ParkingLot parking,
            DeadLetters deadLetters,
            Decisions decisions,
            IntakeCounters counters,
            TransactionTemplate transaction) {
        this.recipient = recipient;
        this.reader = reader;
        this.ledger = ledger;
        this.parking = parking;
        this.deadLetters = deadLetters;
        this.decisions = decisions;
        this.counters = counters;
        this.transaction = transaction;
    }

    /**
     * What became of a batch.
     *
     * @param outOfStep partitions of which nothing was taken in, because the ledger is at an earlier offset: where to go on
     * @param healed standards that may go on, now that what was missing has come
     * @param setAside whether dead letters were planned
     */
    record Outcome(Map<TopicPartition, Long> outOfStep, Set<String> healed, boolean setAside) {}

    /**
     * Takes in a batch, in one transaction; where one message spoils it, one message at a time, so that only that one is
     * set aside.
     *
     * @param sought partitions that were told to go on at that offset and could not: taken in from where they are
     * @throws RuntimeException when the surroundings fail: nothing was taken in and the batch is to be tried again
     */
    Outcome receive(List<Letter> letters, Map<TopicPartition, Long> sought) {
        List<Reading<A>> readings = new ArrayList<>(letters.size());
        for (Letter letter : letters) readings.add(reader.read(letter));
        try {
            return takeIn(readings, sought);
        } catch (RuntimeException e) {
            if (!Blame.isOnTheMessage(e)) throw e;
            log.warn("A batch of {} is taken in one by one, because of {}", readings.size(), e.toString());
            return oneByOne(readings, sought);
        }
    }

    private Outcome oneByOne(List<Reading<A>> readings, Map<TopicPartition, Long> sought) {
        Map<TopicPartition, Long> outOfStep = new HashMap<>();
        Set<String> healed = new HashSet<>();
        boolean setAside = false;
        for (Reading<A> reading : readings) {
            if (outOfStep.containsKey(reading.letter().place())) continue;
            Outcome outcome = alone(reading, sought);
            outOfStep.putAll(outcome.outOfStep());
            healed.addAll(outcome.healed());
            setAside |= outcome.setAside();
        }
        return new Outcome(outOfStep, healed, setAside);
    }

    private Outcome alone(Reading<A> reading, Map<TopicPartition, Long> sought) {
        try {
            return takeIn(List.of(reading), sought);
        } catch (RuntimeException e) {
            if (!Blame.isOnTheMessage(e) || !(reading instanceof Understood<A> understood)) throw e;
            return takeIn(List.of(understood.refused(rootOf(e).toString())), sought);
        }
    }

    private Outcome takeIn(List<Reading<A>> readings, Map<TopicPartition, Long> sought) {
        IntakeCounters.Tally tally = counters.tally();
        Outcome outcome =
                Objects.requireNonNull(transaction.execute(status -> new Batch(tally, sought).takeIn(readings)));
        tally.commit();
        return outcome;
    }

    static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        return root;
    }

    /** One transaction's worth of messages. */
    private final class Batch {

        private final IntakeCounters.Tally tally;
        private final Map<TopicPartition, Long> sought;
        private final List<Arrival<A>> due = new ArrayList<>();
        private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();
        private final Map<TopicPartition, Long> outOfStep = new HashMap<>();
        private final Set<String> healed = new HashSet<>();
        private Map<TopicPartition, Long> offsetsBefore = Map.of();
        private Map<String, Standing> standings = Map.of();
        private Map<String, Set<Long>> waiting = Map.of();
        private Map<Decisions.Place, Decision> decided = Map.of();
        private boolean setAside;

        Batch(IntakeCounters.Tally tally, Map<TopicPartition, Long> sought) {
            this.tally = tally;
            this.sought = sought;
        }

        Outcome takeIn(List<Reading<A>> readings) {
            offsetsBefore = ledger.lockPartitions(
                    readings.stream().map(each -> each.letter().place()).collect(Collectors.toSet()));
            List<Reading<A>> inStep = readings.stream().filter(this::isInStep).toList();
            if (inStep.isEmpty()) return new Outcome(outOfStep, healed, false);
            Set<String> references = new LinkedHashSet<>();
            for (Reading<A> each : inStep) {
                String reference = each.reference();
                if (reference != null) references.add(reference);
            }
            standings = ledger.lockStandings(references);
            waiting = waitingSequences();
            decided = decisions.about(firstOffsets(inStep));
            inStep.forEach(this::sort);
            if (!due.isEmpty()) recipient.take(List.copyOf(due));
            if (!standings.isEmpty()) ledger.save(standings.values());
            ledger.saveOffsets(nextOffsets);
            return new Outcome(outOfStep, healed, setAside);
        }

        /**
         * A consumer that is further than the ledger would leave out what lies between. That happens when the database was
         * restored or the model was exchanged beneath it.
         */
        private boolean isInStep(Reading<A> reading) {
            TopicPartition place = reading.letter().place();
            if (outOfStep.containsKey(place)) return false;
            long offset = reading.letter().offset();
            if (!nextOffsets.containsKey(place)) {
                long next = Objects.requireNonNull(offsetsBefore.get(place));
                boolean nothingBetween = Objects.equals(sought.get(place), next);
                if (offset > next && !nothingBetween) {
                    outOfStep.put(place, next);
                    return false;
                }
            }
            nextOffsets.put(place, offset + 1);
            return true;
        }

        private Map<TopicPartition, Long> firstOffsets(List<Reading<A>> inStep) {
            Map<TopicPartition, Long> first = new HashMap<>();
            for (Reading<A> each : inStep) {
                first.merge(each.letter().place(), each.letter().offset(), Math::min);
            }
            return first;
        }

        private Map<String, Set<Long>> waitingSequences() {
            Set<String> parked = standings.values().stream()
                    .filter(Standing::parked)
                    .map(Standing::reference)
                    .collect(Collectors.toSet());
            return parked.isEmpty() ? new HashMap<>() : parking.sequences(parked);
        }

        private void sort(Reading<A> reading) {
            String reference = reading.reference();
            if (reference == null) {
                sortUnaddressed(reading);
                return;
            }
            Standing standing = Objects.requireNonNull(standings.get(reference));
            switch (reading) {
                case Understood<A> understood -> sortUnderstood(understood, standing);
                case NotUnderstood<A> notUnderstood -> sortNotUnderstood(notUnderstood, standing);
            }
        }

        private void sortUnderstood(Understood<A> reading, Standing standing) {
            Incoming incoming = reading.incoming();
            if (standing.hasSeen(incoming)) {
                tally.duplicate();
            } else if (wasDecided(reading, standing, Decision.DROPPED)) {
                leaveOut(incoming, standing);
            } else if (standing.isDue(incoming) || wasDecided(reading, standing, Decision.TAKEN_OVER_GAP)) {
                due.add(reading.arrival());
                standing.takenInTo(incoming.sequence());
                tally.takenIn();
                if (standing.parked()) healed.add(standing.reference());
            } else if (alreadyWaits(incoming)) {
                tally.duplicate();
            } else if (standing.parked()) {
                park(reading.letter(), incoming, standing, Reason.WAITS, null);
            } else {
                String explanation = "Follows sequence " + incoming.previousSequence() + ", but the last one seen is "
                        + standing.lastSequence();
                log.error("Gap before {} {}: {}", incoming.subject(), incoming.sequence(), explanation);
                tally.gap();
                park(reading.letter(), incoming, standing, Reason.GAP, explanation);
            }
        }

        private void sortNotUnderstood(NotUnderstood<A> reading, Standing standing) {
            Incoming incoming = reading.incoming();
            if (incoming != null && (standing.hasSeen(incoming) || alreadyWaits(incoming))) {
                tally.duplicate();
                return;
            }
            if (incoming == null && seenBefore(reading.letter())) return;
            if (wasDecided(reading, standing, Decision.DROPPED)) {
                if (incoming != null) leaveOut(incoming, standing);
                return;
            }
            deadLetter(reading);
            park(reading.letter(), incoming, standing, reading.reason(), reading.explanation());
        }

        /** When a model is rebuilt, what operators decided for the one before still holds. */
        private boolean wasDecided(Reading<A> reading, Standing standing, Decision decision) {
            return !standing.parked()
                    && !decided.isEmpty()
                    && decided.get(Decisions.Place.of(reading.letter())) == decision;
        }

        private void leaveOut(Incoming incoming, Standing standing) {
            standing.takenInTo(incoming.sequence());
            recipient.dropped(incoming);
        }

        /** Nobody can wait for a message that does not tell its standard. */
        private void sortUnaddressed(Reading<A> reading) {
            if (reading instanceof NotUnderstood<A> notUnderstood && !seenBefore(reading.letter())) {
                deadLetter(notUnderstood);
            }
        }

        private void deadLetter(NotUnderstood<A> reading) {
            Letter letter = reading.letter();
            log.error(
                    "Set aside {} {} of {}, about {}: {}, {}",
                    letter.place(),
                    letter.offset(),
                    letter.topic(),
                    reading.reference(),
                    reading.reason(),
                    reading.explanation());
            deadLetters.plan(reading);
            setAside = true;
            tally.deadLetter();
        }

        private void park(
                Letter letter,
                @Nullable Incoming incoming,
                Standing standing,
                Reason reason,
                @Nullable String explanation) {
            parking.add(letter, standing.reference(), incoming, reason, explanation);
            standing.park();
            if (incoming != null) {
                waiting.computeIfAbsent(standing.reference(), any -> new HashSet<>())
                        .add(incoming.sequence());
            }
        }

        private boolean alreadyWaits(Incoming incoming) {
            return waiting.getOrDefault(incoming.subject(), Set.of()).contains(incoming.sequence());
        }

        private boolean seenBefore(Letter letter) {
            return letter.offset() < Objects.requireNonNull(offsetsBefore.get(letter.place()));
        }
    }
}

package org.occupationalstandards.platform.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.intake.ParkingLot.Waiting;
import org.occupationalstandards.platform.intake.Reading.NotUnderstood;
import org.occupationalstandards.platform.intake.Reading.Understood;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets waiting messages go on: by themselves once what was missing has come, or because an operator says so. */
final class ParkingAttendant<A> {

    private static final Logger log = LoggerFactory.getLogger(ParkingAttendant.class);

    private final Recipient<A> recipient;
    private final LetterReader<A> reader;
    private final Ledger ledger;
    private final ParkingLot parking;
    private final Decisions decisions;
    private final IntakeCounters counters;
    private final TransactionTemplate transaction;

    ParkingAttendant(
            Recipient<A> recipient,
            LetterReader<A> reader,
            Ledger ledger,
            ParkingLot parking,
            Decisions decisions,
            IntakeCounters counters,
            TransactionTemplate transaction) {
        this.recipient = recipient;
        this.reader = reader;
        this.ledger = ledger;
        this.parking = parking;
        this.decisions = decisions;
        this.counters = counters;
        this.transaction = transaction;
    }

    /** What became of one waiting message. */
    private enum Step {
        TAKEN_IN,
        SEEN_BEFORE,
        STAYS,
        NONE_LEFT
    }

    /** Lets the messages of these standards go on as far as nothing is missing. */
    void letGoOn(Set<String> references) {
        references.forEach(each -> goOn(each, false));
    }

    /** The same for every standard of which nothing is missing any more; a crash may have come between. */
    void letHealedGoOn() {
        goOnAll(Objects.requireNonNull(transaction.execute(status -> parking.healed())));
    }

    private void goOnAll(List<String> references) {
        references.forEach(each -> goOn(each, false));
    }

    /**
     * Tries the messages of a standard again, even though others may be missing before the first of them.
     *
     * @return nothing where none wait
     */
    Optional<Released> release(String reference) {
        if (waiting(reference).isEmpty()) return Optional.empty();
        log.warn("The waiting messages of {} are released", reference);
        return Optional.of(letGo(reference));
    }

    /**
     * Discards the first waiting message of a standard for good and tries the others again.
     *
     * @return nothing where none wait
     */
    Optional<Released> drop(String reference) {
        boolean dropped = Objects.requireNonNull(transaction.execute(status -> dropFirst(reference)));
        if (!dropped) return Optional.empty();
        return Optional.of(letGo(reference));
    }

    private Released letGo(String reference) {
        int takenIn = goOn(reference, true);
        List<Long> missing = Objects.requireNonNull(transaction.execute(status -> recipient.missingPositions()));
        return new Released(takenIn, waiting(reference).orElse(null), missing);
    }

    /** Does with waiting messages what operators decided about them while the model was being built. */
    void letDecidedGoOn() {
        List<String> references = Objects.requireNonNull(transaction.execute(status -> parking.decided()));
        for (String reference : references) {
            goOn(reference, false);
            while (carryOut(reference)) goOn(reference, false);
        }
    }

    /** @return whether the first waiting message was decided about, and is one no more */
    private boolean carryOut(String reference) {
        Optional<Decision> decision = Objects.requireNonNull(transaction.execute(
                status -> parking.first(reference).flatMap(each -> decisions.about(each.letter()))));
        if (decision.isEmpty()) return false;
        return switch (decision.get()) {
            case DROPPED -> Boolean.TRUE.equals(transaction.execute(status -> dropFirst(reference)));
            case TAKEN_OVER_GAP -> step(reference, true) == Step.TAKEN_IN;
        };
    }

    private boolean dropFirst(String reference) {
        Standing standing = lock(reference);
        Optional<Waiting> first = parking.first(reference);
        if (first.isEmpty()) return false;
        Letter letter = first.get().letter();
        log.warn("Dropped {} {}, the first waiting message of {}", letter.place(), letter.offset(), reference);
        Incoming incoming = envelope(letter);
        if (incoming != null) {
            standing.takenInTo(incoming.sequence());
            recipient.dropped(incoming);
        }
        decisions.remember(letter, reference, Decision.DROPPED);
        parking.remove(first.get());
        settle(standing);
        return true;
    }

    private Optional<Parked> waiting(String reference) {
        return Objects.requireNonNull(transaction.execute(status -> parking.of(reference)));
    }

    /** @return how many were taken in */
    private int goOn(String reference, boolean overGap) {
        int takenIn = 0;
        boolean over = overGap;
        while (true) {
            Step step = step(reference, over);
            if (step == Step.STAYS || step == Step.NONE_LEFT) return takenIn;
            if (step == Step.TAKEN_IN) {
                takenIn++;
                over = false;
            }
        }
    }

    private Step step(String reference, boolean overGap) {
        IntakeCounters.Tally tally = counters.tally();
        try {
            Step step = Objects.requireNonNull(transaction.execute(status -> takeFirst(reference, overGap, tally)));
            tally.commit();
            return step;
        } catch (RuntimeException e) {
            if (!Blame.isOnTheMessage(e)) throw e;
            String explanation = Reception.rootOf(e).toString();
            log.error("The first waiting message of {} was refused: {}", reference, explanation);
            transaction.executeWithoutResult(status -> parking.first(reference)
                    .ifPresent(first -> parking.explain(first, Reason.NOT_APPLICABLE, explanation)));
            return Step.STAYS;
        }
    }

    private Step takeFirst(String reference, boolean overGap, IntakeCounters.Tally tally) {
        Standing standing = lock(reference);
        Optional<Waiting> first = parking.first(reference);
        if (first.isEmpty()) {
            settle(standing);
            return Step.NONE_LEFT;
        }
        return switch (reader.read(first.get().letter())) {
            case Understood<A> understood -> take(understood, first.get(), standing, overGap, tally);
            case NotUnderstood<A> notUnderstood -> leave(notUnderstood, first.get(), standing);
        };
    }

    private Step take(
            Understood<A> reading, Waiting first, Standing standing, boolean overGap, IntakeCounters.Tally tally) {
        Incoming incoming = reading.incoming();
        boolean seen = standing.hasSeen(incoming);
        if (!seen && !overGap && !standing.isDue(incoming)) return Step.STAYS;
        if (!seen) {
            if (!standing.isDue(incoming)) {
                decisions.remember(first.letter(), standing.reference(), Decision.TAKEN_OVER_GAP);
            }
            recipient.take(List.of(reading.arrival()));
            standing.takenInTo(incoming.sequence());
            tally.takenIn();
        }
        parking.remove(first);
        settle(standing);
        return seen ? Step.SEEN_BEFORE : Step.TAKEN_IN;
    }

    /** A readable copy of it may have come since. */
    private Step leave(NotUnderstood<A> reading, Waiting first, Standing standing) {
        Incoming incoming = reading.incoming();
        if (incoming != null && standing.hasSeen(incoming)) {
            parking.remove(first);
            settle(standing);
            return Step.SEEN_BEFORE;
        }
        parking.explain(first, reading.reason(), reading.explanation());
        return Step.STAYS;
    }

    private Standing lock(String reference) {
        return Objects.requireNonNull(ledger.lockStandings(Set.of(reference)).get(reference));
    }

    private void settle(Standing standing) {
        if (parking.first(standing.reference()).isEmpty()) standing.unpark();
        ledger.save(List.of(standing));
    }

    private static @Nullable Incoming envelope(Letter letter) {
        try {
            return Envelope.read(letter);
        } catch (Unreadable e) {
            return null;
        }
    }
}

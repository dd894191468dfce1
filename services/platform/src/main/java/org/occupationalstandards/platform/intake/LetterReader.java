package org.occupationalstandards.platform.intake;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.intake.Reading.NotUnderstood;
import org.occupationalstandards.platform.intake.Reading.Understood;

/** Reads envelope and data of a letter, and tells what is wrong with one that cannot be read. */
final class LetterReader<A> {

    private final Recipient<A> recipient;
    private final long largestMessage;

    LetterReader(Recipient<A> recipient, long largestMessage) {
        this.recipient = recipient;
        this.largestMessage = largestMessage;
    }

    Reading<A> read(Letter letter) {
        Incoming incoming = null;
        try {
            incoming = Envelope.read(letter);
            requireSize(letter);
            return new Understood<>(letter, incoming, recipient.read(incoming));
        } catch (Unreadable e) {
            return notUnderstood(letter, incoming, e.reason(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return notUnderstood(letter, incoming, Reason.MALFORMED_DATA, e.toString());
        }
    }

    private void requireSize(Letter letter) throws Unreadable {
        if (letter.bytes().length > largestMessage) {
            throw new Unreadable(
                    Reason.TOO_LARGE, letter.bytes().length + " bytes; at most " + largestMessage + " are taken in");
        }
    }

    private NotUnderstood<A> notUnderstood(
            Letter letter, @Nullable Incoming incoming, Reason reason, String explanation) {
        return new NotUnderstood<>(letter, incoming, reason, explanation);
    }
}

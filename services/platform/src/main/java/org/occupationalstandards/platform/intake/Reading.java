package org.occupationalstandards.platform.intake;

import org.jspecify.annotations.Nullable;

/** What came of reading a letter. */
sealed interface Reading<A> {

    Letter letter();

    /** The standard that it is about; nothing where the letter does not tell. */
    @Nullable
    String reference();

    /** It made sense. */
    record Understood<A>(Letter letter, Incoming incoming, A announcement) implements Reading<A> {
        @Override
        public String reference() {
            return incoming.subject();
        }

        Arrival<A> arrival() {
            return new Arrival<>(incoming, announcement);
        }

        /** The same letter, after its effects were refused. */
        NotUnderstood<A> refused(String explanation) {
            return new NotUnderstood<>(letter, incoming, Reason.NOT_APPLICABLE, explanation);
        }
    }

    /**
     * It made none.
     *
     * @param incoming the envelope, where at least that could be read
     */
    record NotUnderstood<A>(Letter letter, @Nullable Incoming incoming, Reason reason, String explanation)
            implements Reading<A> {
        @Override
        public @Nullable String reference() {
            return incoming != null ? incoming.subject() : letter.reference();
        }
    }
}

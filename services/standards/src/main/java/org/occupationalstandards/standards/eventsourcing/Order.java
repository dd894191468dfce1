package org.occupationalstandards.standards.eventsourcing;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.Fact;

/**
 * What an aggregate is told to do.
 *
 * @param admission whether the caller may ask for it at all; refuses by an exception
 * @param rule what follows from the state; refuses by an exception
 * @param first whether nothing has been stored under the reference yet
 * @param expectedSequence the state that the caller saw; nothing where any state will do
 */
record Order<E extends Fact, S>(
        Class<E> facts,
        String reference,
        Consumer<S> admission,
        Function<S, List<E>> rule,
        boolean first,
        @Nullable Long expectedSequence) {}

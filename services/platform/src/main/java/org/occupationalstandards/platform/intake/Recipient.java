package org.occupationalstandards.platform.intake;

import java.util.List;
import org.occupationalstandards.contracts.Topics;

/**
 * What a service does with the messages of one topic. A bean of this type is all that a service adds to receive.
 *
 * @param <A> what the data is read into
 */
public interface Recipient<A> {

    /** The topic to receive. */
    default String topic() {
        return Topics.EVENTS;
    }

    /**
     * Reads the data. Called outside any transaction, by several threads.
     *
     * @throws Unreadable when no later attempt could read it
     */
    A read(Incoming incoming) throws Unreadable;

    /**
     * Takes in what arrived: each message once, in order within a standard, none skipped. Called inside the transaction
     * that also moves the ledger, on the service's own data source: database work alone, nothing that outlives a rollback.
     */
    void take(List<Arrival<A>> arrivals);

    /**
     * An operator discarded a waiting message for good; the envelope is all that is sure to be readable of it. Called
     * inside the transaction that takes it off the waiting ones.
     */
    default void dropped(Incoming incoming) {}

    /**
     * Positions of the change feed that this recipient still waits for, while it has later ones and nothing here waits that
     * would fill them. Empty where order is kept within a standard only.
     */
    default List<Long> missingPositions() {
        return List.of();
    }
}

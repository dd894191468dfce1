package org.occupationalstandards.faults.history;

/**
 * One event in the event store.
 *
 * @param announced whether the public is to hear of it
 */
public record Stored(String id, String reference, long sequence, boolean announced) {

    Seen seen() {
        return new Seen(id, reference, sequence);
    }
}

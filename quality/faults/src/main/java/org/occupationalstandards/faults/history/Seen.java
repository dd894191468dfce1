package org.occupationalstandards.faults.history;

/**
 * One event as one place shows it.
 *
 * @param id of the event, the same everywhere
 * @param reference of its standard
 * @param sequence its position in the stream of its standard
 */
public record Seen(String id, String reference, long sequence) {}

package org.occupationalstandards.faults.history;

/**
 * A message on the topic of dead letters.
 *
 * @param reason that it gives
 */
public record DeadLetter(String id, String reason) {}

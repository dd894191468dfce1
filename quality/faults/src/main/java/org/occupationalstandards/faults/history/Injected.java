package org.occupationalstandards.faults.history;

/**
 * A message that a fault put onto the topic and that nobody decided.
 *
 * @param reason why readers have to set it aside
 * @param sequence its place in the chain of its standard, 0 where it tells none
 */
public record Injected(String id, String reference, String reason, long sequence) {

    /** Header that tells it from what the product sent. */
    public static final String MARK = "fault-injected";
}

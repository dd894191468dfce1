package org.occupationalstandards.faults.history;

/**
 * A message that a fault put onto the topic and that nobody decided.
 *
 * @param reason why readers have to set it aside
 */
public record Injected(String id, String reference, String reason) {

    /** Header that tells it from what the product sent. */
    public static final String MARK = "fault-injected";
}

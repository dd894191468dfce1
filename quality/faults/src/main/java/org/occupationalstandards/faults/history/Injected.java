package org.occupationalstandards.faults.history;

/**
 * A message that a fault put onto the topic and that nobody decided.
 *
 * @param reason why readers that cannot read it have to set it aside
 * @param sequence its place in the chain of its standard, 0 where it tells none
 * @param passedOn whether whoever passes announcements on without understanding them has to pass this one on, too
 */
public record Injected(String id, String reference, String reason, long sequence, boolean passedOn) {

    /** Header that tells it from what the product sent; not on what is passed on. */
    public static final String MARK = "fault-injected";

    public Seen seen() {
        return new Seen(id, reference, sequence);
    }
}

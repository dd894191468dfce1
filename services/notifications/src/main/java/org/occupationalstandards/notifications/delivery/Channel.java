package org.occupationalstandards.notifications.delivery;

/** A way to reach subscribers. Called outside any transaction, on a thread of its own that may wait. */
public interface Channel {

    /** The name in subscriptions, such as {@code webhook}. */
    String name();

    /** Whether everything that waits in a lane goes out together. */
    default boolean gathers() {
        return false;
    }

    /** How many attempts may be under way at once in this instance. */
    int atOnce();

    /** Makes one attempt; returns within the time that the channel allows itself, whatever the receiver does. */
    Outcome attempt(Consignment consignment);
}

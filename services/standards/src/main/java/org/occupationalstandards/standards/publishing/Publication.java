package org.occupationalstandards.standards.publishing;

import org.occupationalstandards.contracts.Announcement;

/** Who hears of a stored event. */
sealed interface Publication {

    /** Everybody, in these words. */
    record Public(Announcement announcement) implements Publication {}

    /** Our own services alone. */
    record Internal() implements Publication {}
}

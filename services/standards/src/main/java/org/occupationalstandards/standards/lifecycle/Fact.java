package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;

/** Something that was decided and is recorded for ever. */
public interface Fact {

    /** Opaque id of who did it. */
    String by();

    /** When it was decided, by the clock of the service that decided. */
    Instant at();
}

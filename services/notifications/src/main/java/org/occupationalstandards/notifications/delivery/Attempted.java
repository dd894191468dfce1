package org.occupationalstandards.notifications.delivery;

import java.time.Duration;
import java.time.Instant;

/** An attempt that has ended and is not settled yet. */
record Attempted(Consignment consignment, Instant startedAt, Duration duration, Outcome outcome) {}

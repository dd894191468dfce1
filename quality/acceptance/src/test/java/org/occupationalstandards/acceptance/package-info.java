/**
 * Journeys through the running system from outside: HTTP, Kafka and a browser, nothing of ours but the contracts' names. They run
 * against the system that {@code -Dacceptance.host=…} names, or against a standalone that they start.
 */
@NullMarked
package org.occupationalstandards.acceptance;

import org.jspecify.annotations.NullMarked;

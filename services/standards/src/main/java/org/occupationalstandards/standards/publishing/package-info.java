/**
 * Tells the world what was stored: turns each stored event into its announcement, keeps it in the outbox, and sends the
 * outbox to Kafka in order, each message at least once and always the same.
 */
@NullMarked
package org.occupationalstandards.standards.publishing;

import org.jspecify.annotations.NullMarked;

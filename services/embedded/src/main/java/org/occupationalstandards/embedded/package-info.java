/**
 * PostgreSQL and Kafka without anything installed: a durable PostgreSQL from bundled binaries, and a Kafka broker inside
 * this JVM. Knows nothing of the services that use them.
 */
@NullMarked
package org.occupationalstandards.embedded;

import org.jspecify.annotations.NullMarked;

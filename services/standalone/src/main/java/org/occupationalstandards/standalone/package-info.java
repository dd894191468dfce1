/**
 * The whole system in one JVM: starts PostgreSQL, Kafka and every service, each in a Spring context of its own, and on an
 * empty data folder plays an example through the same commands that people use. The only part that knows all services.
 */
@NullMarked
package org.occupationalstandards.standalone;

import org.jspecify.annotations.NullMarked;

/**
 * What tests run against: one PostgreSQL and one Kafka per JVM, in containers where Docker answers and embedded where it
 * does not, so that the same test passes on either machine.
 */
@NullMarked
package org.occupationalstandards.testbed;

import org.jspecify.annotations.NullMarked;

/**
 * Keeps standards, employer groups and employers as streams of events, by means of Axon: the only package that knows it.
 * Others hand in commands, load states and follow the stored events through the types that are public here.
 */
@NullMarked
package org.occupationalstandards.standards.eventsourcing;

import org.jspecify.annotations.NullMarked;

package org.occupationalstandards.platform.intake;

/** A message that is next in turn for its standard, and what was read from it. */
public record Arrival<A>(Incoming incoming, A announcement) {}

package org.occupationalstandards.contracts;

/** One of the fifteen routes: the widest grouping of the map. */
public record Route(int id, String name) {}

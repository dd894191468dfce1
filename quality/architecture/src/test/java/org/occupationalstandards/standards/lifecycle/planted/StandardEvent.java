package org.occupationalstandards.standards.lifecycle.planted;

/** Planted: of the name of the real one, which is sealed and takes no stranger. */
public interface StandardEvent {}

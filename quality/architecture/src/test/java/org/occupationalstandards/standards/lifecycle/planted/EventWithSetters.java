package org.occupationalstandards.standards.lifecycle.planted;

/** Planted: a fact that can be changed. */
public class EventWithSetters implements StandardEvent {}

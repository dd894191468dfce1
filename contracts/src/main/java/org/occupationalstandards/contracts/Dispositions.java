package org.occupationalstandards.contracts;

/** What became of the comments of a consultation, counted. */
public record Dispositions(int accepted, int acceptedInPart, int notAccepted, int outOfScope) {}

package org.occupationalstandards.contracts;

/** A link to another occupation to which knowledge and skills transfer. */
public record Progression(String reference, ProgressionKind kind) {}

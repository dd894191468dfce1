package org.occupationalstandards.standards.lifecycle;

/**
 * A link to another occupation to which knowledge and skills transfer.
 *
 * @param reference of the other occupation
 * @param confirmed whether an official has confirmed it; only then is it public
 */
public record ProgressionLink(String reference, ProgressionKind kind, boolean confirmed) {}

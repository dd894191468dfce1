package org.occupationalstandards.catalogue.entry;

import org.occupationalstandards.contracts.ProgressionKind;

/**
 * An occupation one progression link away.
 *
 * @param onward whether the link leads to it; otherwise it leads from it
 */
public record Neighbour(Card card, ProgressionKind kind, boolean onward) {}

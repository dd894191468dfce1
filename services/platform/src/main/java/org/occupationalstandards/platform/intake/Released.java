package org.occupationalstandards.platform.intake;

import org.jspecify.annotations.Nullable;

/**
 * What an operator's order led to.
 *
 * @param takenIn how many waiting messages were taken in
 * @param stillWaiting what goes on waiting and why; nothing when all is well
 */
public record Released(int takenIn, @Nullable Parked stillWaiting) {}

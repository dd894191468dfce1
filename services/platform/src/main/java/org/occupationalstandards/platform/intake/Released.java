package org.occupationalstandards.platform.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator's order led to.
 *
 * @param takenIn how many waiting messages were taken in
 * @param stillWaiting what goes on waiting and why; nothing when all is well
 * @param missingPositions what the change feed goes on waiting for, if it does: a message that the standard went on without
 *     still has its place there, until an official says that it will never come
 */
public record Released(int takenIn, @Nullable Parked stillWaiting, List<Long> missingPositions) {}

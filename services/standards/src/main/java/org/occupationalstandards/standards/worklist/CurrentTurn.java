package org.occupationalstandards.standards.worklist;

import java.time.Instant;
import org.occupationalstandards.standards.lifecycle.WhoseTurn.Turn;

/**
 * Somebody's turn on a standard.
 *
 * @param since when it became theirs
 */
record CurrentTurn(Turn turn, Instant since) {}

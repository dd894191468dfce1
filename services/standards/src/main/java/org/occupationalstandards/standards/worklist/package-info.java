/** Whose turn it is: kept for every standard beside its events, and shown to each caller as what they have to do. */
@NullMarked
package org.occupationalstandards.standards.worklist;

import org.jspecify.annotations.NullMarked;

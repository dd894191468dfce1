/** Finds the existing standards that a proposal overlaps with, and what they share with it. */
@NullMarked
package org.occupationalstandards.standards.overlap;

import org.jspecify.annotations.NullMarked;

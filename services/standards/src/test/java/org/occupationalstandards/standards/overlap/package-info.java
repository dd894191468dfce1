/** Overlaps found by the whole service, asked for over HTTP. */
@NullMarked
package org.occupationalstandards.standards.overlap;

import org.jspecify.annotations.NullMarked;

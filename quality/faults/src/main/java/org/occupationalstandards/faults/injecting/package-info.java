/** The faults, each of which proves that it happened. */
@NullMarked
package org.occupationalstandards.faults.injecting;

import org.jspecify.annotations.NullMarked;

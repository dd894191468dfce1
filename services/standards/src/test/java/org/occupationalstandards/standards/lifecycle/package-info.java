/** The rulebook under test: histories, the whole table, and random sequences against an independent oracle. */
@NullMarked
package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.NullMarked;

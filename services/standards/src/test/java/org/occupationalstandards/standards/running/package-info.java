/** Runs the whole service in tests, and talks to it from outside. */
@NullMarked
package org.occupationalstandards.standards.running;

import org.jspecify.annotations.NullMarked;

/**
 * What every service needs at its edges, so that all of them answer, refuse and start in the same way. A service imports the parts
 * that it wants by name; nothing here is found by component scanning.
 */
@NullMarked
package org.occupationalstandards.platform;

import org.jspecify.annotations.NullMarked;

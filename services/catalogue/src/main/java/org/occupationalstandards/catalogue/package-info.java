/** The public side: a read model of the change stream, served to programs as JSON and to people as pages. */
@NullMarked
package org.occupationalstandards.catalogue;

import org.jspecify.annotations.NullMarked;

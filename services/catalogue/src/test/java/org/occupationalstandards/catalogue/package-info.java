/** Drives the catalogue through the real topic and asks it over HTTP. */
@NullMarked
package org.occupationalstandards.catalogue;

import org.jspecify.annotations.NullMarked;

/** Reads the catalogue: one occupation, its versions, lists, searches and the map, as they are now or were on a day. */
@NullMarked
package org.occupationalstandards.catalogue.entry;

import org.jspecify.annotations.NullMarked;

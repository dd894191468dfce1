/** Rules of reading that need no database. */
@NullMarked
package org.occupationalstandards.catalogue.entry;

import org.jspecify.annotations.NullMarked;

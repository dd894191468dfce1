/** Turns announcements into the tables that the catalogue reads. */
@NullMarked
package org.occupationalstandards.catalogue.projection;

import org.jspecify.annotations.NullMarked;

/** The pages, as a reader and as a browser see them. */
@NullMarked
package org.occupationalstandards.catalogue.website;

import org.jspecify.annotations.NullMarked;

/** The public site for people: pages on the same addresses as the programs' JSON, complete without JavaScript. */
@NullMarked
package org.occupationalstandards.catalogue.website;

import org.jspecify.annotations.NullMarked;

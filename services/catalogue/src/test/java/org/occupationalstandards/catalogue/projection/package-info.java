/** Tests of the fold. */
@NullMarked
package org.occupationalstandards.catalogue.projection;

import org.jspecify.annotations.NullMarked;

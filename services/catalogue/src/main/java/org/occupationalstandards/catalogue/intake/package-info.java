/** Takes the public change stream in. */
@NullMarked
package org.occupationalstandards.catalogue.intake;

import org.jspecify.annotations.NullMarked;

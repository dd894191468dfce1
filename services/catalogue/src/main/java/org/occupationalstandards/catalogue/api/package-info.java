/** The catalogue for programs: JSON over HTTP. */
@NullMarked
package org.occupationalstandards.catalogue.api;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.occupationalstandards.catalogue.website;

import org.jspecify.annotations.NullMarked;

/** The whole catalogue as one file, for those who want everything at once. */
@NullMarked
package org.occupationalstandards.catalogue.bulk;

import org.jspecify.annotations.NullMarked;

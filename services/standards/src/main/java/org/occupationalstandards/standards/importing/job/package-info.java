/** Works off files of existing standards in the background, record by record, and goes on where it was interrupted. */
@NullMarked
package org.occupationalstandards.standards.importing.job;

import org.jspecify.annotations.NullMarked;

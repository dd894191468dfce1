/**
 * The register of employers and the list of employer groups: tables made from the stored events alone, which can be emptied
 * and made again.
 */
@NullMarked
package org.occupationalstandards.standards.register;

import org.jspecify.annotations.NullMarked;

/**
 * The register of employers: one entry per employer, however many ways there are to write its name. The rules are pure, as
 * those of standards and groups are.
 */
@NullMarked
package org.occupationalstandards.standards.employers;

import org.jspecify.annotations.NullMarked;

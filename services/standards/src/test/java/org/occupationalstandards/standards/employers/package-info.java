/** Rules of the register of employers, without a database. */
@NullMarked
package org.occupationalstandards.standards.employers;

import org.jspecify.annotations.NullMarked;

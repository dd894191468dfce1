/** Drives an intake through real topics into a real database, and disturbs it. */
@NullMarked
package org.occupationalstandards.platform.intake;

import org.jspecify.annotations.NullMarked;

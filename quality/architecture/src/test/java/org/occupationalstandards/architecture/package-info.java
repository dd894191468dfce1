/** The rules of how this project is built, each with what to do instead, and each seen to fail on a planted offender. */
@NullMarked
package org.occupationalstandards.architecture;

import org.jspecify.annotations.NullMarked;

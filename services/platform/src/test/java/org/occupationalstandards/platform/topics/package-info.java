/** Tests of how topics come to be. */
@NullMarked
package org.occupationalstandards.platform.topics;

import org.jspecify.annotations.NullMarked;

/** The load: clients that give commands and never give up on an answer. */
@NullMarked
package org.occupationalstandards.faults.load;

import org.jspecify.annotations.NullMarked;

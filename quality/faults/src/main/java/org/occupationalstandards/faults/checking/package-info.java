/** Pure checkers: from what a run left behind to PASS, FAIL or INCONCLUSIVE, with the evidence. */
@NullMarked
package org.occupationalstandards.faults.checking;

import org.jspecify.annotations.NullMarked;

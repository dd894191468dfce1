/** What was asked, what was answered, and what could be seen afterwards in each place. */
@NullMarked
package org.occupationalstandards.faults.history;

import org.jspecify.annotations.NullMarked;

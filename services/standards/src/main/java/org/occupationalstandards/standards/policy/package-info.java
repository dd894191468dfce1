/** What the system does by itself: when a date has passed, then it acts; and the settings of the rulebook. */
@NullMarked
package org.occupationalstandards.standards.policy;

import org.jspecify.annotations.NullMarked;

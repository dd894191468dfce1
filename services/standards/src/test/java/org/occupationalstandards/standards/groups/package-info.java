/** Employer groups under test: who may join, lead and leave, and whether enough employers stand behind them. */
@NullMarked
package org.occupationalstandards.standards.groups;

import org.jspecify.annotations.NullMarked;

package org.occupationalstandards.cycle.one;

import org.occupationalstandards.cycle.two.Two;

/** Planted: needs what needs it. */
public interface One {
    Two other();
}

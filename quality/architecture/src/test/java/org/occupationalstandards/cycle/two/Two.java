package org.occupationalstandards.cycle.two;

import org.occupationalstandards.cycle.one.One;

/** Planted: needs what needs it. */
public interface Two {
    One other();
}

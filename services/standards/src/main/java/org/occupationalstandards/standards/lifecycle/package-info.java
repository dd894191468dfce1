/**
 * The rulebook: what may be done with an occupational standard, by whom, in which state, and what follows. Pure: plain
 * values in, events or a refusal out; no clock, no I/O, no framework. Rules come from the lifecycle of occupational
 * standards in England; what varied over the years is a setting of {@link
 * org.occupationalstandards.standards.lifecycle.LifecyclePolicy}.
 */
@NullMarked
package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.NullMarked;

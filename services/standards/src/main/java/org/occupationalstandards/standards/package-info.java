/** The write side: the one service that decides about standards, keeps every decision and announces it. */
@NullMarked
package org.occupationalstandards.standards;

import org.jspecify.annotations.NullMarked;

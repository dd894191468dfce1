/** Worklists of the whole service, asked for over HTTP. */
@NullMarked
package org.occupationalstandards.standards.worklist;

import org.jspecify.annotations.NullMarked;

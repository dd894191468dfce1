/** The HTTP interface of the write side: what may be asked, by whom, and what the answers look like. */
@NullMarked
package org.occupationalstandards.standards.api;

import org.jspecify.annotations.NullMarked;

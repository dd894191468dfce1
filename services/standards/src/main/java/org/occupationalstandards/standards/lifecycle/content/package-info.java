/**
 * What a standard says: its content, what is wrong with or missing from it, and the difference between two versions of
 * it. Plain values; who may change what, and when, is the business of the package above.
 */
@NullMarked
package org.occupationalstandards.standards.lifecycle.content;

import org.jspecify.annotations.NullMarked;

/** Contents under test: the difference as a property, and examples of what it says. */
@NullMarked
package org.occupationalstandards.standards.lifecycle.content;

import org.jspecify.annotations.NullMarked;

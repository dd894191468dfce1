/** What the system does by itself, with the whole service and a clock that can be moved. */
@NullMarked
package org.occupationalstandards.standards.policy;

import org.jspecify.annotations.NullMarked;

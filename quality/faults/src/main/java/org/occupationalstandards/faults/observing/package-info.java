/** Looking at every place afterwards: store, topic, feed, subscribers, catalogue. */
@NullMarked
package org.occupationalstandards.faults.observing;

import org.jspecify.annotations.NullMarked;

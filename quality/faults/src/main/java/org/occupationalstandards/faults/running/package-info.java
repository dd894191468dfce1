/** The system under test: every service a process of its own, so that each can be killed alone. */
@NullMarked
package org.occupationalstandards.faults.running;

import org.jspecify.annotations.NullMarked;

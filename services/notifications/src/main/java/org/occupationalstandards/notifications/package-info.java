/** Tells everybody who asked of every public change: by feed, stream, webhook and e-mail, from one record of what was announced. */
@NullMarked
package org.occupationalstandards.notifications;

import org.jspecify.annotations.NullMarked;

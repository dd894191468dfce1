/** Tests of the whole service, from the announcement to whoever is told. */
@NullMarked
package org.occupationalstandards.notifications;

import org.jspecify.annotations.NullMarked;

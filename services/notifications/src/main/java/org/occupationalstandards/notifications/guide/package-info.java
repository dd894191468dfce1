/** The contracts as a product: schemas, the AsyncAPI description, and a page that shows how to consume changes. */
@NullMarked
package org.occupationalstandards.notifications.guide;

import org.jspecify.annotations.NullMarked;

/** What every answer to a GET needs beyond its body: a strong entity tag, a 304 where it is known already, and gzip. */
@NullMarked
package org.occupationalstandards.platform.representation;

import org.jspecify.annotations.NullMarked;

/** The keys that tokens are signed with: kept in the database, replaced in time, published while any token needs them. */
@NullMarked
package org.occupationalstandards.identity.keys;

import org.jspecify.annotations.NullMarked;

/** The directory of people: the one place where an opaque id has a name, and where it can lose it for good. */
@NullMarked
package org.occupationalstandards.identity.people;

import org.jspecify.annotations.NullMarked;

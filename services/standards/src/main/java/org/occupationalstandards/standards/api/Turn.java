package org.occupationalstandards.standards.api;

import org.occupationalstandards.standards.lifecycle.Role;

/**
 * Somebody who has to do something before a standard can go on.
 *
 * @param who in what capacity
 * @param what as the end of a sentence that begins with who it is
 */
record Turn(Role who, String what) {}

/** Callers for tests: an issuer whose tokens a service can be told to trust, and a walk of all roles through all addresses. */
@NullMarked
package org.occupationalstandards.testbed.access;

import org.jspecify.annotations.NullMarked;

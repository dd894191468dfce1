/**
 * How a service says no: every error of an API is a problem (RFC 9457, {@code application/problem+json}) that names all that is wrong
 * at once and nothing of the inside.
 */
@NullMarked
package org.occupationalstandards.platform.problem;

import org.jspecify.annotations.NullMarked;

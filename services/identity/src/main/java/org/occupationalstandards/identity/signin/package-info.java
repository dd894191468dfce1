/** Signing in: the OpenID endpoints, the login page, what stands in a token, and how often a wrong password may be tried. */
@NullMarked
package org.occupationalstandards.identity.signin;

import org.jspecify.annotations.NullMarked;

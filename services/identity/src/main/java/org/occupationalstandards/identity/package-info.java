/**
 * An OpenID provider and a directory of people, for trying the project out and for small installations. Any other OpenID provider can
 * take its place: the services only read tokens.
 */
@NullMarked
package org.occupationalstandards.identity;

import org.jspecify.annotations.NullMarked;

/**
 * Who is calling, and what they may do: bearer tokens of the issuers that are trusted, roles as authorities, refusals as problems,
 * strict response headers, and refusal of whatever a service has not declared.
 */
@NullMarked
package org.occupationalstandards.platform.security;

import org.jspecify.annotations.NullMarked;

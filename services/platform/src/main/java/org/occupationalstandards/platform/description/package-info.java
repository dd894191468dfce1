/** How a service describes its own interface: OpenAPI at {@code /v3/api-docs}, with what is the same everywhere said once. */
@NullMarked
package org.occupationalstandards.platform.description;

import org.jspecify.annotations.NullMarked;

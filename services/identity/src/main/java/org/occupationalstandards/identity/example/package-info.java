/** People and machine clients to try the project with. They exist only where {@code identity.examples} is switched on. */
@NullMarked
package org.occupationalstandards.identity.example;

import org.jspecify.annotations.NullMarked;

/** What this system announces to everybody else: the records, their types and topics. Depends on nothing but annotations. */
@NullMarked
package org.occupationalstandards.contracts;

import org.jspecify.annotations.NullMarked;

/**
 * Receives announcements in order into a service's own PostgreSQL schema: each once, none skipped, effects and ledger in
 * one transaction, and what cannot be read set aside without holding up other standards.
 */
@NullMarked
package org.occupationalstandards.platform.intake;

import org.jspecify.annotations.NullMarked;

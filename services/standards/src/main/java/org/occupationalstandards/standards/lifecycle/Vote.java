package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * A vote that counts: the member's last one on the submitted revision.
 *
 * @param member whose vote it is
 * @param castBy who cast it, somebody else where it was delegated
 */
public record Vote(
        String member, VoteChoice choice, @Nullable String reason, String castBy) {}

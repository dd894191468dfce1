package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What one member of the panel recommends on a proposal.
 *
 * @param member opaque id
 * @param agree whether a standard should be developed
 */
public record Recommendation(
        String member, boolean agree, @Nullable String reason) {}

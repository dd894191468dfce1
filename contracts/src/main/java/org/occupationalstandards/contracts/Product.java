package org.occupationalstandards.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A qualification built on a standard.
 *
 * @param code ST, FA or AU and four digits for an apprenticeship; the qualification number otherwise
 * @param larsCode code in the Learning Aim Reference Service; missing when new, never taken back once given
 * @param typicalDurationMonths in months
 * @param maximumFunding in whole pounds
 */
public record Product(
        ProductType type,
        String code,
        @Nullable Integer larsCode,
        @Nullable String title,
        ProductStatus status,
        @Nullable Integer level,
        @Nullable Integer typicalDurationMonths,
        @Nullable Integer maximumFunding,
        boolean careerStarter,
        boolean royal,
        boolean integratedDegree) {}

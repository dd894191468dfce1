package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/**
 * A qualification built on a standard; its code identifies it.
 *
 * @param code ST, FA or AU and four digits for an apprenticeship, the qualification number otherwise
 * @param larsCode code in the Learning Aim Reference Service; missing when new, never taken back once given
 * @param maximumFunding in whole pounds
 */
public record Product(
        @Required ProductType type,
        @Required String code,
        @Nullable Integer larsCode,
        @Nullable String title,
        @Required ProductStatus status,
        @Nullable Integer level,
        @Nullable Integer typicalDurationMonths,
        @Nullable Integer maximumFunding,
        @Required boolean careerStarter,
        @Required boolean royal,
        @Required boolean integratedDegree) {

    /** The same product in that status. */
    public Product in(ProductStatus newStatus) {
        return new Product(
                type,
                code,
                larsCode,
                title,
                newStatus,
                level,
                typicalDurationMonths,
                maximumFunding,
                careerStarter,
                royal,
                integratedDegree);
    }
}

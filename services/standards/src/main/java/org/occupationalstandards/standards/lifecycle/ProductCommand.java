package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** Products on a standard; one is named by its code. */
public sealed interface ProductCommand extends StandardCommand {

    /** Puts a product on the standard, in development. */
    record AddProduct(
            @Required @Nullable ProductType type,
            @Required @Nullable String code,
            @Nullable Integer larsCode,
            @Nullable String title,
            @Nullable Integer level,
            @Nullable Integer typicalDurationMonths,
            @Nullable Integer maximumFunding,
            @Nullable Boolean careerStarter,
            @Nullable Boolean royal,
            @Nullable Boolean integratedDegree)
            implements ProductCommand {}

    /** Says the attributes of a product anew; type, code and status stay. Yes or no stays where it is left out; anything else that is left out is unknown. */
    record ChangeProduct(
            @Required @Nullable String code,
            @Nullable Integer larsCode,
            @Nullable String title,
            @Nullable Integer level,
            @Nullable Integer typicalDurationMonths,
            @Nullable Integer maximumFunding,
            @Nullable Boolean careerStarter,
            @Nullable Boolean royal,
            @Nullable Boolean integratedDegree,
            @Nullable String reason)
            implements ProductCommand {}

    /** From now people can start on it. */
    record ApproveProduct(
            @Required @Nullable String code, @Nullable String note) implements ProductCommand {}

    /** For the time being nobody can start on it. */
    record PauseStarts(
            @Required @Nullable String code,
            @Required @Nullable String reason) implements ProductCommand {}

    /** People can start on it again. */
    record ResumeStarts(
            @Required @Nullable String code, @Nullable String reason) implements ProductCommand {}

    /** Ends the product; the standard stays. */
    record RetireProduct(
            @Required @Nullable String code,
            @Required @Nullable String reason) implements ProductCommand {}

    /** Brings a retired product back, in development. */
    record ReinstateProduct(
            @Required @Nullable String code,
            @Required @Nullable String reason) implements ProductCommand {}
}

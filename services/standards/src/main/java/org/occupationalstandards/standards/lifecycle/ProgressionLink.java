package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/**
 * A link to another occupation to which knowledge and skills transfer.
 *
 * @param reference of the other occupation
 * @param confirmed whether an official has confirmed it; only then is it public
 */
public record ProgressionLink(
        @Required String reference,
        @Required ProgressionKind kind,
        @Required boolean confirmed) {

    boolean links(@Nullable String other, @Nullable ProgressionKind otherKind) {
        return reference.equals(other) && kind == otherKind;
    }
}

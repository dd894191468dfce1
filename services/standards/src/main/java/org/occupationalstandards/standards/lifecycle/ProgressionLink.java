package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * A link to another occupation to which knowledge and skills transfer.
 *
 * @param reference of the other occupation
 * @param confirmed whether an official has confirmed it; only then is it public
 */
public record ProgressionLink(String reference, ProgressionKind kind, boolean confirmed) {

    boolean links(@Nullable String other, @Nullable ProgressionKind otherKind) {
        return reference.equals(other) && kind == otherKind;
    }
}

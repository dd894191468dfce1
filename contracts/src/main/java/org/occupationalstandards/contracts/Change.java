package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One difference that an announcement tells of.
 *
 * @param id of the statement, duty or option; for a mapping, of the duty
 * @param field name of the field; for a mapping, the id of the knowledge, skill, behaviour or option; for a progression,
 *     the reference that it leads to
 * @param labelBefore label in the version before, where it had one; of a product, its code
 * @param labelAfter label in this version, where it has one; of a product, its code
 * @param before what stood there
 * @param after what stands there now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        ChangeKind kind,
        ChangePart part,
        @Nullable UUID id,
        @Nullable String field,
        @Nullable String labelBefore,
        @Nullable String labelAfter,
        @Nullable String before,
        @Nullable String after) {}

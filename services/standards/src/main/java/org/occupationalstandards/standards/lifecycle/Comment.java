package org.occupationalstandards.standards.lifecycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change;

/**
 * A comment in a consultation.
 *
 * @param number counted from 1 within the consultation
 * @param disposition what becomes of it, nothing before it was answered
 * @param answer the reason for that
 */
public record Comment(
        int number,
        Change.@Nullable Part part,
        @Nullable UUID id,
        @Nullable String field,
        String text,
        String by,
        @Nullable Disposition disposition,
        @Nullable String answer) {

    Comment answered(Disposition newDisposition, @Nullable String newAnswer) {
        return new Comment(number, part, id, field, text, by, newDisposition, newAnswer);
    }
}

package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** Asking everybody about the draft, or about a retirement. */
public sealed interface ConsultationCommand extends StandardCommand {

    /**
     * Opens the draft to comments.
     *
     * @param closesAt when it ends; the policy's usual length from now where nothing is said
     * @param zone name of the time zone in which the closing time is told, such as Europe/London
     */
    record OpenConsultation(
            @Nullable Instant closesAt, @Nullable String zone) implements ConsultationCommand {}

    /** Gives more time. */
    record ExtendConsultation(
            @Required @Nullable Instant closesAt,
            @Required @Nullable String reason) implements ConsultationCommand {}

    /**
     * Says something about a part of what is consulted on; nothing in the first three components means the whole.
     *
     * @param part which sort of part
     * @param id of the statement, duty or option
     * @param field name of the field, where the part is one
     */
    record CommentOnDraft(
            Change.@Nullable Part part,
            @Nullable UUID id,
            @Nullable String field,
            @Required @Nullable String text) implements ConsultationCommand {}

    /**
     * Says what becomes of a comment; the last answer before the consultation closes counts.
     *
     * @param comment its number
     * @param reason asked for unless the comment is accepted
     */
    record AnswerComment(
            @Required @Nullable Integer comment,
            @Required @Nullable Disposition disposition,
            @Nullable String reason) implements ConsultationCommand {}

    /**
     * Ends the consultation once its closing time has come.
     *
     * @param reason why it ends before its closing time; then only an official may end it
     */
    record CloseConsultation(@Nullable String reason) implements ConsultationCommand {}
}

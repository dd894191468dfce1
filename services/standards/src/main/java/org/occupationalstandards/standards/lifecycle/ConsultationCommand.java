package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asking everybody about the draft. */
public sealed interface ConsultationCommand extends StandardCommand {

    /**
     * Opens the draft to comments.
     *
     * @param closesAt when it ends; the policy's usual length from now where nothing is said
     * @param zone name of the time zone in which the closing time is told, such as Europe/London
     */
    record OpenConsultation(
            @Nullable Instant closesAt, @Nullable String zone) implements ConsultationCommand {}

    /**
     * Ends the consultation once its closing time has come.
     *
     * @param reason why it ends before its closing time; then only an official may end it
     */
    record CloseConsultation(@Nullable String reason) implements ConsultationCommand {}
}

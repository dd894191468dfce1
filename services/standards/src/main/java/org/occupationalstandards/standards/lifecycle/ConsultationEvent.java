package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Change;

/** What has happened in a consultation. */
public sealed interface ConsultationEvent extends StandardEvent {

    /** Everybody may comment on this revision until the closing time. */
    record ConsultationOpened(int revision, Instant closesAt, String zone, String by, Instant at)
            implements ConsultationEvent {}

    /** There is more time for comments. */
    record ConsultationExtended(Instant closesAt, String reason, String by, Instant at) implements ConsultationEvent {}

    /**
     * Somebody has commented.
     *
     * @param comment number within the consultation, counted from 1
     */
    record CommentMade(
            int comment,
            Change.@Nullable Part part,
            @Nullable UUID id,
            @Nullable String field,
            String text,
            String by,
            Instant at)
            implements ConsultationEvent {}

    /** What becomes of a comment was said, in place of what was said before. */
    record CommentAnswered(
            int comment, Disposition disposition, @Nullable String reason, String by, Instant at)
            implements ConsultationEvent {}

    /**
     * The consultation is over.
     *
     * @param reason where it ended before its closing time
     */
    record ConsultationClosed(@Nullable String reason, String by, Instant at) implements ConsultationEvent {}
}

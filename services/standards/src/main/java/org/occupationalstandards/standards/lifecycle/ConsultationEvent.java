package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened in a consultation. */
public sealed interface ConsultationEvent extends StandardEvent {

    /** Everybody may comment on this revision until the closing time. */
    record ConsultationOpened(int revision, Instant closesAt, String zone, String by, Instant at)
            implements ConsultationEvent {}

    /**
     * The consultation is over.
     *
     * @param reason where it ended before its closing time
     */
    record ConsultationClosed(@Nullable String reason, String by, Instant at) implements ConsultationEvent {}
}

package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to a standard's place on the map. */
public sealed interface MapEvent extends StandardEvent {

    /** The occupation belongs here now. */
    record Reclassified(
            int level,
            int route,
            @Nullable String pathway,
            @Nullable String cluster,
            String reason,
            String by,
            Instant at)
            implements MapEvent {}

    /** The occupation is this green. */
    record GreenThemeSet(GreenTheme theme, String by, Instant at) implements MapEvent {}

    /** A link was proposed; it is not public yet. */
    record ProgressionProposed(String reference, ProgressionKind kind, String by, Instant at) implements MapEvent {}

    /** The link is public. */
    record ProgressionConfirmed(String reference, ProgressionKind kind, String by, Instant at) implements MapEvent {}

    /**
     * The link is gone.
     *
     * @param confirmed whether it was public
     */
    record ProgressionRemoved(
            String reference, ProgressionKind kind, boolean confirmed, String reason, String by, Instant at)
            implements MapEvent {}
}

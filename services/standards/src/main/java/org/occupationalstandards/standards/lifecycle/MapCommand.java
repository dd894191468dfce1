package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;

/** Where a standard stands on the occupational map. */
public sealed interface MapCommand extends StandardCommand {

    /** Says anew where the occupation belongs; the level of an approved standard changes with a version only. */
    record Reclassify(
            @Nullable Integer level,
            @Nullable Integer route,
            @Nullable String pathway,
            @Nullable String cluster,
            @Nullable String reason)
            implements MapCommand {}

    /** Says how green the occupation is. */
    record SetGreenTheme(@Nullable GreenTheme theme) implements MapCommand {}

    /** Says that one can go on from this occupation to another. */
    record ProposeProgression(
            @Nullable String reference, @Nullable ProgressionKind kind) implements MapCommand {}

    /** Confirms that link; it is public from now. */
    record ConfirmProgression(
            @Nullable String reference, @Nullable ProgressionKind kind) implements MapCommand {}

    /** Takes a link away, proposed or confirmed. */
    record RemoveProgression(
            @Nullable String reference,
            @Nullable ProgressionKind kind,
            @Nullable String reason) implements MapCommand {}
}

package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** Where a standard stands on the occupational map. */
public sealed interface MapCommand extends StandardCommand {

    /** Says anew where the occupation belongs; the level of an approved standard changes with a version only. */
    record Reclassify(
            @Required @Nullable Integer level,
            @Required @Nullable Integer route,
            @Nullable String pathway,
            @Nullable String cluster,
            @Required @Nullable String reason)
            implements MapCommand {}

    /** Says how green the occupation is. */
    record SetGreenTheme(@Required @Nullable GreenTheme theme) implements MapCommand {}

    /** Says that one can go on from this occupation to another. */
    record ProposeProgression(
            @Required @Nullable String reference,
            @Required @Nullable ProgressionKind kind) implements MapCommand {}

    /** Confirms that link; it is public from now. */
    record ConfirmProgression(
            @Required @Nullable String reference,
            @Required @Nullable ProgressionKind kind) implements MapCommand {}

    /** Takes a link away, proposed or confirmed. */
    record RemoveProgression(
            @Required @Nullable String reference,
            @Required @Nullable ProgressionKind kind,
            @Required @Nullable String reason)
            implements MapCommand {}
}

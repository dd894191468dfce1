package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** Writing the draft. */
public sealed interface DraftCommand extends StandardCommand {

    /**
     * Replaces the whole draft. What is no different is no change.
     *
     * @param draft without a title it leaves the title as it is
     */
    record ChangeDraft(@Nullable Content draft) implements DraftCommand {}

    /** Takes the last change of the draft back by a change the other way; doing it again takes back the one before. */
    record UndoDraftChange(@Required @Nullable String reason) implements DraftCommand {}
}

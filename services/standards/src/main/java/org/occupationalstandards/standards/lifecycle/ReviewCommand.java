package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Required;

/** Looking at a decision again: because of how it came about, or because it was a slip. */
public sealed interface ReviewCommand extends StandardCommand {

    /** Challenges the last final decision on grounds of process. */
    record AskForReview(@Required @Nullable String grounds) implements ReviewCommand {}

    /** Decides on the challenge. A rejection that does not stand goes back to be decided anew. */
    record DecideReview(
            @Required @Nullable Boolean upheld,
            @Required @Nullable List<String> reasons) implements ReviewCommand {}

    /** Takes the last return, rejection or withdrawal back, as if it had not been decided. */
    record ReopenDecision(@Required @Nullable String reason) implements ReviewCommand {}
}

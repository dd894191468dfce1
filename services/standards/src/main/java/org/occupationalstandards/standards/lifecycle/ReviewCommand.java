package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looking at a decision again: because of how it came about, or because it was a slip. */
public sealed interface ReviewCommand extends StandardCommand {

    /** Challenges the last final decision on grounds of process. */
    record AskForReview(@Nullable String grounds) implements ReviewCommand {}

    /** Decides on the challenge. A rejection that does not stand goes back to be decided anew. */
    record DecideReview(@Nullable Boolean upheld, @Nullable List<String> reasons) implements ReviewCommand {}

    /** Takes the last return, rejection or withdrawal back, as if it had not been decided. */
    record ReopenDecision(@Nullable String reason) implements ReviewCommand {}
}

package org.occupationalstandards.standards.api;

import java.util.stream.Stream;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.overlap.Proposed;

/** What a standard is compared by while it is proposed: its draft, and the duties that the group names for its proposal. */
final class ProposedStandards {

    static Proposed of(StateAt<StandardState> standard) {
        var state = standard.state();
        var draft = Proposed.of(standard.reference(), state.draft().content());
        return new Proposed(
                draft.reference(),
                draft.title(),
                draft.jobTitles(),
                draft.keywords(),
                Stream.concat(draft.sentences().stream(), state.proposal().profile().duties().stream())
                        .distinct()
                        .toList());
    }

    private ProposedStandards() {}
}

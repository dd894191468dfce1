package org.occupationalstandards.standards.lifecycle;

/** What events about later versions make of a standard. */
final class VersionEffects {

    static StandardState after(StandardState state, VersionEvent event) {
        ChangeRequests requests = state.changeRequests();
        return switch (event) {
            case VersionEvent.ChangeRequested requested ->
                state.next()
                        .changeRequests(requests.with(new ChangeRequest(
                                requested.request(), requested.what(), requested.reason(), requested.by())))
                        .done();
            case VersionEvent.RevisionStarted started ->
                state.next()
                        .stage(Stage.IN_DEVELOPMENT)
                        .changeRequests(requests.without(started.request()))
                        .draft(state.draft()
                                .started(
                                        state.versions().getLast().content(),
                                        started.revision(),
                                        started.changeClass()))
                        .consultation(Consultation.none())
                        .approval(Approval.none())
                        .decision(Decision.none())
                        .done();
            case VersionEvent.ChangeDeclined declined ->
                state.next()
                        .changeRequests(requests.without(declined.request()))
                        .done();
            case VersionEvent.ChangeReclassified reclassified ->
                state.next()
                        .draft(state.draft().classed(reclassified.changeClass()))
                        .done();
            case VersionEvent.DatesCorrected corrected ->
                state.next()
                        .versions(state.versions().stream()
                                .map(version -> version.number().equals(corrected.version())
                                        ? version.dated(corrected.approvedOn(), corrected.effectiveFrom())
                                        : version)
                                .toList())
                        .done();
        };
    }

    private VersionEffects() {}
}

package org.occupationalstandards.standards.lifecycle;

import java.util.ArrayList;
import java.util.List;

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
                                        ? version.dated(
                                                corrected.approvedOn(), corrected.effectiveFrom(), corrected.at())
                                        : version)
                                .toList())
                        .done();
            case VersionEvent.VersionTookEffect tookEffect ->
                state.next().versions(begun(state.versions(), tookEffect)).done();
        };
    }

    /** One that began while nobody looked is not announced after the one that took its place. */
    private static List<Version> begun(List<Version> versions, VersionEvent.VersionTookEffect event) {
        int last = versions.stream().map(Version::number).toList().indexOf(event.version());
        List<Version> begun = new ArrayList<>(versions);
        begun.subList(0, last + 1)
                .replaceAll(version -> version.dated(version.approvedOn(), version.effectiveFrom(), event.at()));
        return begun;
    }

    private VersionEffects() {}
}

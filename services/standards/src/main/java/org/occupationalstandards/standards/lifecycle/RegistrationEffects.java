package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What taking a standard over makes of it: what was taken over, and the versions that were taken over before. */
final class RegistrationEffects {

    static StandardState after(StandardState before, StandardRegistered event) {
        return StandardState.none()
                .next()
                .reference(event.reference())
                .stage(stage(event.status()))
                .registeredOnly(true)
                .classification(new Classification(event.level(), event.route(), event.pathway(), event.cluster()))
                .owner(event.group())
                .draft(Draft.takenOver(event.content()))
                .versions(versions(before, event))
                .products(event.products())
                .green(event.green())
                .progression(event.progression())
                .dates(new Dates(event.createdOn(), event.proposalApprovedOn(), null))
                .done();
    }

    private static Stage stage(Status status) {
        return switch (status) {
            case POTENTIAL -> Stage.POTENTIAL;
            case IN_DEVELOPMENT -> Stage.IN_DEVELOPMENT;
            case APPROVED -> Stage.APPROVED;
            case RETIRED -> Stage.RETIRED;
            case WITHDRAWN -> Stage.WITHDRAWN;
        };
    }

    /** The same version again is said anew; another one follows those before it, which end when it begins. */
    private static List<Version> versions(StandardState before, StandardRegistered event) {
        if (event.version().equals(Version.POTENTIAL)) {
            return List.of();
        }
        List<Version> versions = new ArrayList<>(before.versions());
        Instant knownAt = event.at();
        if (!versions.isEmpty() && versions.getLast().number().equals(event.version())) {
            Version same = versions.removeLast();
            if (Objects.equals(same.effectiveFrom(), event.effectiveFrom())) {
                knownAt = same.knownAt();
            }
        }
        versions.replaceAll(Version::followed);
        versions.add(new Version(
                event.version(),
                ChangeClass.NEW,
                event.content(),
                event.approvedOn(),
                event.effectiveFrom(),
                knownAt,
                event.effectiveTo(),
                null));
        return List.copyOf(versions);
    }

    private RegistrationEffects() {}
}

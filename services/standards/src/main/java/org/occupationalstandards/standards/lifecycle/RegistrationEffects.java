package org.occupationalstandards.standards.lifecycle;

import java.util.List;

/** What taking a standard over makes of it: exactly what was taken over, whatever was taken over before. */
final class RegistrationEffects {

    static StandardState after(StandardRegistered event) {
        return StandardState.none()
                .next()
                .reference(event.reference())
                .stage(stage(event.status()))
                .registeredOnly(true)
                .classification(new Classification(event.level(), event.route(), event.pathway(), event.cluster()))
                .owner(event.group())
                .draft(Draft.takenOver(event.content()))
                .versions(versions(event))
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

    private static List<Version> versions(StandardRegistered event) {
        return event.version().equals(Version.POTENTIAL)
                ? List.of()
                : List.of(new Version(
                        event.version(),
                        ChangeClass.NEW,
                        event.content(),
                        event.approvedOn(),
                        event.effectiveFrom(),
                        event.effectiveTo(),
                        null));
    }

    private RegistrationEffects() {}
}

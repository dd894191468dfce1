package org.occupationalstandards.platform.intake;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** In rotation only once caught up with what was there at the start, and out of it when nobody consumes any more. */
final class IntakeHealth implements HealthIndicator {

    private final List<Intake> intakes;

    IntakeHealth(List<Intake> intakes) {
        this.intakes = List.copyOf(intakes);
    }

    @Override
    public Health health() {
        boolean ready = intakes.stream().allMatch(each -> each.caughtUp() && each.alive());
        Health.Builder health = ready ? Health.up() : Health.outOfService();
        for (Intake intake : intakes) {
            health.withDetail(intake.topic(), State.of(intake));
        }
        return health.build();
    }

    /** What an operator wants to know of one intake. */
    record State(boolean consuming, boolean caughtUp, long takenIn, long behind, long parked) {
        static State of(Intake intake) {
            IntakeProgress progress = intake.progress();
            return new State(
                    intake.alive(), intake.caughtUp(), progress.takenIn(), progress.behind(), intake.parkedMessages());
        }
    }
}

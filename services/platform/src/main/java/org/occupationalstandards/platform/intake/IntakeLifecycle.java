package org.occupationalstandards.platform.intake;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Starts the intakes of a service after everything else and stops them first. */
public final class IntakeLifecycle implements SmartLifecycle {

    private final List<Intake> intakes;
    private volatile boolean running;

    IntakeLifecycle(List<Intake> intakes) {
        this.intakes = List.copyOf(intakes);
    }

    /** One for each recipient. */
    public List<Intake> intakes() {
        return intakes;
    }

    @Override
    public void start() {
        intakes.forEach(Intake::start);
        running = true;
    }

    @Override
    public void stop() {
        intakes.forEach(Intake::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package org.occupationalstandards.standards.employers;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.EmployerSize;

/**
 * All that the rules know about one employer, made from its events alone.
 *
 * @param id nothing where there is no such employer
 * @param formerly names it went by before
 */
public record EmployerState(@Nullable UUID id, String name, EmployerSize size, List<String> formerly) {

    private static final EmployerState NONE = new EmployerState(null, "", EmployerSize.SMALL, List.of());

    public EmployerState {
        formerly = List.copyOf(formerly);
    }

    /** An employer of which nothing has happened yet. */
    public static EmployerState none() {
        return NONE;
    }

    public boolean exists() {
        return id != null;
    }

    /** This employer after one more event. */
    public EmployerState after(EmployerEvent event) {
        return switch (event) {
            case EmployerEvent.EmployerRegistered registered ->
                new EmployerState(registered.employer(), registered.name(), registered.size(), List.of());
            case EmployerEvent.EmployerCorrected corrected -> corrected(corrected);
        };
    }

    private EmployerState corrected(EmployerEvent.EmployerCorrected event) {
        List<String> names = new ArrayList<>(formerly);
        if (!name.equals(event.name()) && !names.contains(name)) {
            names.add(name);
        }
        names.remove(event.name());
        return new EmployerState(id, event.name(), event.size(), names);
    }
}

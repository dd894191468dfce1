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
 * @param mergedInto id of the entry that stands for this one, where they were found to be the same employer
 * @param takenIn ids of the entries that were merged into this one
 */
public record EmployerState(
        @Nullable UUID id,
        String name,
        EmployerSize size,
        List<String> formerly,
        @Nullable UUID mergedInto,
        List<UUID> takenIn) {

    private static final EmployerState NONE =
            new EmployerState(null, "", EmployerSize.SMALL, List.of(), null, List.of());

    public EmployerState {
        formerly = List.copyOf(formerly);
        takenIn = List.copyOf(takenIn);
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
                new EmployerState(
                        registered.employer(), registered.name(), registered.size(), List.of(), null, List.of());
            case EmployerEvent.EmployerCorrected corrected -> corrected(corrected);
            case EmployerEvent.EmployerMerged merged ->
                new EmployerState(id, name, size, formerly, merged.into(), takenIn);
            case EmployerEvent.EmployerSeparated separated ->
                new EmployerState(id, name, size, formerly, null, takenIn);
            case EmployerEvent.EmployerTakenIn taken -> {
                List<UUID> more = new ArrayList<>(takenIn);
                more.add(taken.employer());
                yield new EmployerState(id, name, size, formerly, mergedInto, more);
            }
            case EmployerEvent.EmployerLetGo gone -> {
                List<UUID> fewer = new ArrayList<>(takenIn);
                fewer.remove(gone.employer());
                yield new EmployerState(id, name, size, formerly, mergedInto, fewer);
            }
        };
    }

    private EmployerState corrected(EmployerEvent.EmployerCorrected event) {
        List<String> names = new ArrayList<>(formerly);
        if (!name.equals(event.name()) && !names.contains(name)) {
            names.add(name);
        }
        names.remove(event.name());
        return new EmployerState(id, event.name(), event.size(), names, mergedInto, takenIn);
    }
}

package org.occupationalstandards.contracts;

import java.util.List;
import java.util.UUID;

/**
 * What a person in the job does.
 *
 * @param id what identifies it, for ever
 * @param label its position in this version (D1)
 * @param core whether everybody in the occupation does it
 * @param criteria how its performance is measured
 * @param ksbs ids of the knowledge, skills and behaviours that it needs
 * @param options ids of the options that it belongs to, none for all
 */
public record Duty(
        UUID id, String label, String text, boolean core, List<String> criteria, List<UUID> ksbs, List<UUID> options) {
    public Duty {
        criteria = List.copyOf(criteria);
        ksbs = List.copyOf(ksbs);
        options = List.copyOf(options);
    }
}

package org.occupationalstandards.standards.register;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.employers.Candidate;
import org.occupationalstandards.standards.lifecycle.EmployerSize;

/**
 * An employer of the register.
 *
 * @param groups ids of the employer groups that it belongs to
 * @param match how sure it is that this one is meant, where one was looked for by name
 * @param because why, as a sentence
 */
public record EmployerEntry(
        UUID id,
        String name,
        EmployerSize size,
        List<UUID> groups,
        Candidate.@Nullable Match match,
        @Nullable String because) {
    public EmployerEntry {
        groups = List.copyOf(groups);
    }
}

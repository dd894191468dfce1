package org.occupationalstandards.standards.employers;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which entries of the register are the same employer.
 *
 * @param into of each entry that was merged, the one into which it was
 */
public record SameEmployers(Map<UUID, UUID> into) {

    public SameEmployers {
        into = Map.copyOf(into);
    }

    /** The entry that stands for that one: itself, where it was not merged. */
    public UUID standingFor(UUID employer) {
        UUID standing = employer;
        for (int step = 0; step < into.size() && into.containsKey(standing); step++) {
            standing = into.get(standing);
        }
        return standing;
    }

    /** Those entries with all that are the same employers: who works for one of them works for them all. */
    public Set<UUID> all(Collection<UUID> employers) {
        if (into.isEmpty()) {
            return Set.copyOf(employers);
        }
        Set<UUID> standing = new HashSet<>();
        employers.forEach(employer -> standing.add(standingFor(employer)));
        Set<UUID> all = new HashSet<>(employers);
        all.addAll(standing);
        into.keySet().stream()
                .filter(merged -> standing.contains(standingFor(merged)))
                .forEach(all::add);
        return all;
    }
}

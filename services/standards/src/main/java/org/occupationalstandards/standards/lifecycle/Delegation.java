package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vote given into other hands until the end of a day.
 *
 * @param employers ids of the employers that the member worked for by then: the bar holds for the vote as for the member
 */
public record Delegation(String from, String to, LocalDate until, List<UUID> employers) {

    /** @param employers nothing where they were not asked for */
    public Delegation(String from, String to, LocalDate until, @Nullable List<UUID> employers) {
        this.from = from;
        this.to = to;
        this.until = until;
        this.employers = employers == null ? List.of() : List.copyOf(employers);
    }
}

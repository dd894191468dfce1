package org.occupationalstandards.notifications.work;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a standard, and who is told of it, as the standards service says.
 *
 * @param id of an event
 * @param command what was done, by its name on the wire
 * @param does the same as a sentence of what it does
 * @param by opaque id of who did it
 * @param told audiences, such as {@code owning-group}
 * @param group the owning group, where it is registered: then it says who acts for it, and no token
 * @param turns what it has become somebody's turn to do
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Telling(
        String id,
        String reference,
        String title,
        int route,
        @Nullable UUID owner,
        Instant recordedAt,
        String command,
        String does,
        String by,
        List<String> told,
        @Nullable Group group,
        List<Due> turns) {

    /** Who acts for a group, as opaque ids. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Group(Set<String> chairs, Set<String> people) {}

    /**
     * Something to do.
     *
     * @param roles in what capacity, in wire form
     * @param called ids of those who are asked, everybody of the audience where empty
     * @param exempt ids of those who are not asked
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Due(
            String who,
            Set<String> roles,
            String what,
            @Nullable Instant dueBy,
            Set<String> called,
            Set<String> exempt) {}
}

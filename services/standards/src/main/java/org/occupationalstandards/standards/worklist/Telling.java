package org.occupationalstandards.standards.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.Audience;
import org.occupationalstandards.standards.lifecycle.CommandName;
import org.occupationalstandards.standards.lifecycle.EmployerGroup;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.WhoseTurn;
import org.occupationalstandards.standards.lifecycle.WhoseTurn.Turn;

/**
 * What one command has done, and who is told: those whom its line in the table of commands names, and those whose turn it has
 * become. People are opaque ids.
 *
 * @param id of the last event that the command led to
 * @param sequence of the same event
 * @param command what was done
 * @param does the same as a sentence
 * @param by opaque id of who did it
 * @param told as the command's action says before it is given
 * @param group the owning group, where it is registered
 * @param turns those that are somebody's since, and were nobody's before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Telling(
        String id,
        String reference,
        long sequence,
        String title,
        int route,
        @Nullable UUID owner,
        Instant recordedAt,
        CommandName command,
        String does,
        String by,
        List<Audience> told,
        @Nullable Group group,
        List<Due> turns) {

    /**
     * Who acts for the owning group.
     *
     * @param chairs its chair and co-chair
     * @param people all of them
     */
    record Group(UUID id, Set<String> chairs, Set<String> people) {

        static Group of(EmployerGroup group) {
            return new Group(group.id(), group.chairs(), group.people());
        }
    }

    /**
     * What somebody has to do.
     *
     * @param roles in what capacity
     * @param called ids of those who are asked, all of the audience where empty
     * @param exempt ids of those who are not asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Due(
            Audience who,
            Set<Role> roles,
            String what,
            @Nullable Instant dueBy,
            Set<String> called,
            Set<String> exempt) {

        /** @param group the owning group, where it is registered: whoever belongs to it has an interest */
        static Due of(Turn turn, StandardState state, @Nullable EmployerGroup group) {
            var exempt = new TreeSet<>(WhoseTurn.exempt(turn, state));
            if (turn.disinterested() && group != null) {
                exempt.addAll(group.people());
            }
            return new Due(turn.who(), turn.roles(), turn.what(), turn.dueBy(), WhoseTurn.called(turn, state), exempt);
        }
    }

    /** Whether anybody hears of it who would not hear what everybody hears. */
    boolean concernsSomebody() {
        return !turns.isEmpty() || told.stream().anyMatch(audience -> audience != Audience.PUBLIC);
    }
}

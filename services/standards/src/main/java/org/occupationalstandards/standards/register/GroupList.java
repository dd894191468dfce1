package org.occupationalstandards.standards.register;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.occupationalstandards.standards.eventsourcing.Follower;
import org.occupationalstandards.standards.eventsourcing.GroupStore;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.groups.GroupEvent;
import org.occupationalstandards.standards.groups.GroupState;
import org.occupationalstandards.standards.lifecycle.Membership;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tables of employer groups, of the employers in them and of the people who act for those. */
@Component
class GroupList implements Follower<GroupEvent> {

    static final String NAME = "group-list";

    private final GroupStore groups;
    private final JdbcClient jdbc;

    GroupList(GroupStore groups, JdbcClient jdbc) {
        this.groups = groups;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<GroupEvent> facts() {
        return GroupEvent.class;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public void forget() {
        jdbc.sql("DELETE FROM employer_group").update();
    }

    /** Each as it is now, which may be later than the last of these events: then the later ones come, too. */
    @Override
    public void take(List<Recorded<GroupEvent>> events) {
        var last = events.stream().collect(Collectors.toMap(Recorded::reference, each -> each, (one, later) -> later));
        last.forEach((reference, event) -> save(groups.load(reference).orElseThrow(), event));
    }

    /** Counts anew where entries of the register were found to be the same employer, or were not after all. */
    void recount(Collection<UUID> employers) {
        var concerned = jdbc.sql("SELECT DISTINCT group_id FROM employer_membership WHERE employer IN (:employers)")
                .param("employers", employers)
                .query(UUID.class)
                .list();
        for (var id : concerned) {
            groups.load(id.toString())
                    .map(group -> groups.counted(group.state()))
                    .ifPresent(counted -> jdbc.sql(
                                    "UPDATE employer_group SET employers = ?, supporting = ?, small = ? WHERE id = ?")
                            .params(
                                    counted.employers().size(),
                                    counted.supporting().size(),
                                    Membership.small(counted.supporting()),
                                    id)
                            .update());
        }
    }

    private void save(StateAt<GroupState> group, Recorded<GroupEvent> last) {
        var state = group.state();
        var counted = groups.counted(state);
        var id = UUID.fromString(group.reference());
        jdbc.sql("""
                        INSERT INTO employer_group (id, sequence, name, employers, supporting, small, dissolved, changed_at)
                        VALUES (:id, :sequence, :name, :employers, :supporting, :small, :dissolved, :changed)
                        ON CONFLICT (id) DO UPDATE SET sequence = EXCLUDED.sequence, name = EXCLUDED.name,
                               employers = EXCLUDED.employers, supporting = EXCLUDED.supporting,
                               small = EXCLUDED.small, dissolved = EXCLUDED.dissolved,
                               changed_at = EXCLUDED.changed_at""")
                .param("id", id)
                .param("sequence", group.sequence())
                .param("name", state.name())
                .param("employers", counted.employers().size())
                .param("supporting", counted.supporting().size())
                .param("small", Membership.small(counted.supporting()))
                .param("dissolved", state.dissolved())
                .param("changed", last.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("DELETE FROM employer_membership WHERE group_id = ?").param(id).update();
        for (var employer : state.employers()) {
            jdbc.sql("INSERT INTO employer_membership (group_id, employer, supports) VALUES (?, ?, ?)")
                    .params(id, employer.id(), employer.supports())
                    .update();
        }
        jdbc.sql("DELETE FROM group_person WHERE group_id = ?").param(id).update();
        for (var person : state.people()) {
            jdbc.sql("INSERT INTO group_person (group_id, person) VALUES (?, ?)")
                    .params(id, person.id())
                    .update();
        }
    }
}

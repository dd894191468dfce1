package org.occupationalstandards.standards.register;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.occupationalstandards.standards.employers.EmployerEvent;
import org.occupationalstandards.standards.employers.EmployerState;
import org.occupationalstandards.standards.eventsourcing.EmployerStore;
import org.occupationalstandards.standards.eventsourcing.Follower;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the table of employers, with every spelling by which one may be looked for. */
@Component
class EmployerRegister implements Follower<EmployerEvent> {

    static final String NAME = "employer-register";

    private final EmployerStore employers;
    private final GroupList groups;
    private final JdbcClient jdbc;

    EmployerRegister(EmployerStore employers, GroupList groups, JdbcClient jdbc) {
        this.employers = employers;
        this.groups = groups;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<EmployerEvent> facts() {
        return EmployerEvent.class;
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public void forget() {
        jdbc.sql("DELETE FROM registered_employer").update();
    }

    /** Each as it is now, which may be later than the last of these events: then the later ones come, too. */
    @Override
    public void take(List<Recorded<EmployerEvent>> events) {
        var last = events.stream().collect(Collectors.toMap(Recorded::reference, each -> each, (one, later) -> later));
        last.forEach((reference, event) -> save(employers.load(reference).orElseThrow(), event));
        var merged = events.stream()
                .filter(event -> event.event() instanceof EmployerEvent.EmployerMerged
                        || event.event() instanceof EmployerEvent.EmployerSeparated)
                .map(event -> UUID.fromString(event.reference()))
                .collect(Collectors.toSet());
        if (!merged.isEmpty()) {
            groups.recount(concerned(merged));
        }
    }

    /** With those that were merged into them before. */
    private Set<UUID> concerned(Set<UUID> merged) {
        var concerned = new HashSet<>(employers.same().all(merged));
        concerned.addAll(merged);
        jdbc.sql("SELECT employer FROM employer_standing WHERE standing IN (:merged)")
                .param("merged", merged)
                .query(UUID.class)
                .list()
                .forEach(concerned::add);
        return concerned;
    }

    private void save(StateAt<EmployerState> employer, Recorded<EmployerEvent> last) {
        var state = employer.state();
        var id = UUID.fromString(employer.reference());
        jdbc.sql("""
                        INSERT INTO registered_employer (id, sequence, name, size, changed_at)
                        VALUES (:id, :sequence, :name, :size, :changed)
                        ON CONFLICT (id) DO UPDATE SET sequence = EXCLUDED.sequence, name = EXCLUDED.name,
                               size = EXCLUDED.size, changed_at = EXCLUDED.changed_at""")
                .param("id", id)
                .param("sequence", employer.sequence())
                .param("name", state.name())
                .param("size", state.size().name())
                .param("changed", last.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("DELETE FROM employer_spelling WHERE employer = ?").param(id).update();
        for (var spelling : Spelling.of(state)) {
            jdbc.sql("""
                            INSERT INTO employer_spelling (employer, spelling, use, key, trigrams)
                            VALUES (?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            spelling.text(),
                            spelling.use().name(),
                            spelling.key(),
                            Trigrams.of(spelling.key()).toArray(String[]::new))
                    .update();
        }
    }
}

package org.occupationalstandards.notifications.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those who asked for mail about their work and said yes to it. */
@Repository
class Colleagues {

    private static final String ACTIVE =
            " from subscription where about = 'work' and status = 'active' and stopped_after is null";

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order in which lanes are locked. */
    List<Colleague> all() {
        return jdbc.sql("select *" + ACTIVE + " order by id")
                .query(Colleagues::colleague)
                .list();
    }

    /** The people of whom it was not asked for that long what they may do. */
    List<String> unchecked(Duration since) {
        return jdbc.sql(
                        "select distinct owner" + ACTIVE
                                + " and (work_checked_at is null or work_checked_at < now() - :since * interval '1 millisecond')")
                .param("since", since.toMillis())
                .query(String.class)
                .list();
    }

    void checked(String person, Colleague.Access access) {
        jdbc.sql("""
                update subscription set work_roles = :roles, work_groups = :groups, work_routes = :routes,
                    work_checked_at = now()
                where owner = :person and about = 'work'""")
                .param("person", person)
                .param("roles", access.roles().toArray(String[]::new))
                .param("groups", access.groups().toArray(UUID[]::new))
                .param("routes", access.routes().toArray(Integer[]::new))
                .update();
    }

    /** Everybody who has a mailbox here, for whatever. */
    List<String> ownersOfMailboxes() {
        return jdbc.sql("select distinct owner from subscription where channel = 'email' order by owner")
                .query(String.class)
                .list();
    }

    List<UUID> mailboxesOf(String person) {
        return jdbc.sql("select id from subscription where channel = 'email' and owner = :person")
                .param("person", person)
                .query(UUID.class)
                .list();
    }

    private static Colleague colleague(ResultSet row, int number) throws SQLException {
        return new Colleague(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getObject("status_since", OffsetDateTime.class).toInstant(),
                new Colleague.Access(
                        Set.copyOf(List.of((String[]) row.getArray("work_roles").getArray())),
                        Set.copyOf(List.of((UUID[]) row.getArray("work_groups").getArray())),
                        Set.copyOf(
                                List.of((Integer[]) row.getArray("work_routes").getArray()))));
    }
}

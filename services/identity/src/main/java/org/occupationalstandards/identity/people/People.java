package org.occupationalstandards.identity.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.occupationalstandards.identity.IdentitySettings;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds people, and forgets them. */
@Repository
public class People {

    private static final String COLUMNS = "id, display_name, roles, employer_groups, routes, employers";

    private final JdbcClient jdbc;
    private final AccessChanges changes;
    private final Clock clock;
    private final boolean examples;

    People(JdbcClient jdbc, AccessChanges changes, Clock clock, IdentitySettings settings) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
        this.examples = settings.examples();
    }

    /** How somebody proves who they are; only for those who may sign in now. */
    public record Credentials(UUID person, String password) {}

    /** Nobody for an erased person, nor for an example person where the examples are switched off. */
    public Optional<Credentials> credentials(String username) {
        return jdbc.sql("select id, password from person where username = :username and (:examples or not example)")
                .param("username", username)
                .param("examples", examples)
                .query((row, number) -> new Credentials(row.getObject("id", UUID.class), row.getString("password")))
                .optional();
    }

    /** Somebody who can be given a token: known, not erased, and no example where the examples are switched off. */
    public Optional<Person> active(UUID id) {
        return jdbc.sql("select " + COLUMNS
                        + " from person where id = :id and erased_at is null and (:examples or not example)")
                .param("id", id)
                .param("examples", examples)
                .query(People::person)
                .optional();
    }

    /** Somebody who has ever been known here, erased or not. */
    public Optional<Person> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Those of the ids that have ever been known here, in no order. */
    public List<Person> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS + " from person where id in (:ids)")
                        .param("ids", ids)
                        .query(People::person)
                        .list();
    }

    /** Adds a person, unless the id has been given before, to somebody since erased, say. Returns whether it was added. */
    public boolean add(Person person, String username, String encodedPassword, boolean example) {
        return jdbc.sql("""
                        insert into person (id, username, password, display_name, roles, employer_groups, routes, employers,
                                            example)
                        values (:id, :username, :password, :name, cast(:roles as text[]), cast(:groups as uuid[]),
                                cast(:routes as integer[]), cast(:employers as uuid[]), :example)
                        on conflict (id) do nothing""")
                        .param("id", person.id())
                        .param("username", username)
                        .param("password", encodedPassword)
                        .param("name", person.name())
                        .param("roles", array(person.roles()))
                        .param("groups", array(person.groups()))
                        .param("routes", array(person.routes()))
                        .param("employers", array(person.employers()))
                        .param("example", example)
                        .update()
                == 1;
    }

    /**
     * Forgets the name, the ways to sign in and what they were permitted; the id stays, and says from now on that it was somebody. Tokens that were given out
     * before are good until they run out, at most an hour. Erasing again changes nothing.
     *
     * @param by opaque id of the official who does it
     * @return the erased person; empty when nobody of that id has ever been known
     */
    @Transactional
    public Optional<Person> erase(UUID id, String by) {
        jdbc.sql("delete from oauth2_registered_client where client_id = (select username from person where id = :id)")
                .param("id", id)
                .update();
        jdbc.sql("""
                        delete from oauth2_authorization where principal_name = cast(:id as text)
                            or principal_name = (select username from person where id = :id)""").param("id", id).update();
        jdbc.sql("""
                        update person set display_name = null, username = null, password = null, roles = '{}',
                            employer_groups = '{}', routes = '{}', employers = '{}', erased_at = :now, erased_by = :by
                        where id = :id and erased_at is null""")
                .param("id", id)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        changes.anonymise(id);
        return find(id);
    }

    /**
     * Says anew what somebody may do, and records it; it is in the tokens that they get from now on.
     *
     * @param by opaque id of who says it
     * @return that person; empty when nobody of that id is known, or not any more
     * @throws ProblemException where it cannot be said of that person
     */
    @Transactional
    Optional<Person> authorise(UUID id, Access access, String by) {
        var known = jdbc.sql("select " + COLUMNS + " from person where id = :id and erased_at is null for update")
                .param("id", id)
                .query(People::person)
                .optional();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var before = Access.of(known.get());
        var faults = access.faults(before.roles());
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        if (access.equals(before)) {
            return known;
        }
        jdbc.sql("""
                        update person set roles = cast(:roles as text[]), employer_groups = cast(:groups as uuid[]),
                            routes = cast(:routes as integer[]), employers = cast(:employers as uuid[])
                        where id = :id""")
                .param("id", id)
                .param("roles", array(access.roles()))
                .param("groups", array(access.groups()))
                .param("routes", array(access.routes()))
                .param("employers", array(access.employers()))
                .update();
        changes.record(id, clock.instant(), by, before, access);
        return find(id);
    }

    private static String array(List<?> values) {
        return values.stream().map(Object::toString).collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("display_name"),
                List.of((String[]) row.getArray("roles").getArray()),
                List.of((UUID[]) row.getArray("employer_groups").getArray()),
                Arrays.asList((Integer[]) row.getArray("routes").getArray()),
                List.of((UUID[]) row.getArray("employers").getArray()));
    }
}

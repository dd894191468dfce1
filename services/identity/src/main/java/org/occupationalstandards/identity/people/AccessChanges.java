package org.occupationalstandards.identity.people;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Who was permitted what, when and by whom. */
@Repository
class AccessChanges {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AccessChanges(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A change of what somebody may do.
     *
     * @param by opaque id of who made it
     */
    record AccessChange(
            Instant at,

            @Schema(description = "Opaque id of who made it")
            String by,

            @Schema(description = "What they could do until then; nothing once they are erased") @Nullable
            Access before,

            @Schema(description = "What they could do from then on; nothing once they are erased") @Nullable
            Access after) {}

    /** In the transaction that makes it. */
    void record(UUID person, Instant at, String by, Access before, Access after) {
        jdbc.sql("""
                        insert into access_change (person, changed_at, changed_by, before, after)
                        values (:person, :at, :by, cast(:before as jsonb), cast(:after as jsonb))""")
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("before", json.writeValueAsString(before))
                .param("after", json.writeValueAsString(after))
                .update();
    }

    /** Leaves of the changes of an erased person no more than when they were made, and by which id. */
    void anonymise(UUID person) {
        jdbc.sql("update access_change set before = null, after = null where person = ?")
                .param(person)
                .update();
    }

    /** The oldest first. */
    List<AccessChange> of(UUID person) {
        return jdbc.sql("select changed_at, changed_by, before, after from access_change where person = ? order by id")
                .param(person)
                .query(this::change)
                .list();
    }

    private AccessChange change(ResultSet row, int number) throws SQLException {
        return new AccessChange(
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                access(row.getString("before")),
                access(row.getString("after")));
    }

    private @Nullable Access access(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Access.class);
    }
}

package org.occupationalstandards.notifications.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.occupationalstandards.contracts.Occupation;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Each occupation as it is after all that the feed tells of it: what a cold start begins with. */
@Repository
public class CurrentStates {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final JsonMapper json;

    CurrentStates(JdbcClient jdbc, NamedParameterJdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** The states of these standards, by reference; nothing for those that have none yet. */
    public Map<String, Occupation> of(Collection<String> references) {
        var states = new HashMap<String, Occupation>();
        if (references.isEmpty()) return states;
        jdbc.sql("select reference, data from current_state where reference in (:references)")
                .param("references", references)
                .query((RowCallbackHandler) row ->
                        states.put(row.getString("reference"), json.readValue(row.getBytes("data"), Occupation.class)));
        return states;
    }

    /** Stores the states as they are now. */
    public void store(Collection<Occupation> states) {
        if (states.isEmpty()) return;
        batches.batchUpdate("""
                insert into current_state (reference, sequence, data) values (:reference, :sequence, :data)
                on conflict (reference) do update set sequence = excluded.sequence, data = excluded.data""", states.stream().map(this::row).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource row(Occupation state) {
        return new MapSqlParameterSource()
                .addValue("reference", state.reference())
                .addValue("sequence", state.sequence())
                .addValue("data", json.writeValueAsBytes(state));
    }
}

package org.occupationalstandards.notifications.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What mail about work says, as it was planned. */
@Repository
public class WorkNews {

    private static final TypeReference<List<Turn>> TURNS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WorkNews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What somebody has to do.
     *
     * @param dueBy when it is expected, where that is said
     */
    public record Turn(String what, @Nullable Instant dueBy) {}

    /**
     * What one mail says of one step.
     *
     * @param done what was done; nothing for somebody whose turn it is and who is not told of that
     * @param turns what it has become their turn to do
     */
    public record News(
            String reference,
            String title,
            Instant recordedAt,
            @Nullable String done,
            List<Turn> turns) {
        public News {
            turns = List.copyOf(turns);
        }
    }

    void add(UUID delivery, News news) {
        jdbc.sql("""
                insert into work_news (delivery, title, recorded_at, done, turns)
                values (:delivery, :title, :at, :done, :turns::jsonb)""")
                .param("delivery", delivery)
                .param("title", news.title())
                .param("at", news.recordedAt().atOffset(ZoneOffset.UTC))
                .param("done", news.done())
                .param("turns", json.writeValueAsString(news.turns()))
                .update();
    }

    /** In the order in which they happened. */
    public List<News> of(Collection<UUID> deliveries) {
        return jdbc.sql("""
                        select d.reference, n.title, n.recorded_at, n.done, n.turns::text as turns
                        from work_news n join delivery d on d.id = n.delivery
                        where n.delivery in (:deliveries) order by d.id""").param("deliveries", deliveries).query(this::news).list();
    }

    private News news(ResultSet row, int number) throws SQLException {
        return new News(
                row.getString("reference"),
                row.getString("title"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("done"),
                json.readValue(row.getString("turns"), TURNS));
    }
}

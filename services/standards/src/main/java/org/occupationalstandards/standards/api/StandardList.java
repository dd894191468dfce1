package org.occupationalstandards.standards.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.standards.lifecycle.Stage;
import org.occupationalstandards.standards.lifecycle.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of standards, from the table that publishing keeps. */
@Component
class StandardList {

    private static final String MATCHING = """
             FROM current_standard
            WHERE (CAST(:stage AS text) IS NULL OR stage = :stage)
              AND (CAST(:route AS integer) IS NULL OR route = :route)
              AND (CAST(:owner AS uuid) IS NULL OR owner = :owner)
              AND (CAST(:word AS text) IS NULL OR lower(title) LIKE :word OR lower(reference) LIKE :word)""";

    private final JdbcClient jdbc;

    StandardList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked for; nothing asks for all. */
    record Filter(
            @Nullable Stage stage,
            @Nullable Integer route,
            @Nullable UUID owner,
            @Nullable String word) {}

    StandardPage page(Filter filter, int page, int size) {
        var items = select("SELECT *" + MATCHING + " ORDER BY reference LIMIT :size OFFSET :start", filter)
                .param("size", size)
                .param("start", (long) page * size)
                .query(StandardList::item)
                .list();
        long total =
                select("SELECT count(*)" + MATCHING, filter).query(Long.class).single();
        return new StandardPage(items, total, page, size);
    }

    private JdbcClient.StatementSpec select(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("stage", filter.stage() == null ? null : filter.stage().name())
                .param("route", filter.route())
                .param("owner", filter.owner())
                .param(
                        "word",
                        Optional.ofNullable(filter.word())
                                .map(word -> "%"
                                        + word.toLowerCase(java.util.Locale.ROOT)
                                                .replaceAll("([%_\\\\])", "\\\\$1") + "%")
                                .orElse(null));
    }

    private static StandardPage.Item item(ResultSet row, int index) throws SQLException {
        int route = row.getInt("route");
        return new StandardPage.Item(
                row.getString("reference"),
                row.getString("title"),
                Stage.valueOf(row.getString("stage")),
                Status.valueOf(row.getString("status")),
                row.getString("version"),
                row.getInt("level"),
                Routes.withId(route).orElseGet(() -> new Route(route, "")),
                row.getObject("owner", UUID.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("sequence"));
    }
}

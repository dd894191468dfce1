package org.occupationalstandards.notifications.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The feed as it is stored: added to, never changed. */
@Repository
public class Feed {

    /** Rows looked at together when the unbroken run is followed. */
    private static final int RUN = 10_000;

    /** Bytes of data that are read together where one look into the database would do. */
    private static final long READ_TOGETHER = 4L << 20;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    Feed(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Adds the entries, each after those of the same standard that are there and before it in the list, from which it takes
     * where the standard came from. One that is there already stays as it is.
     */
    public void add(List<FeedEntry> entries) {
        if (entries.isEmpty()) return;
        var last = lastOf(entries.stream().map(FeedEntry::subject).distinct().toList());
        var following = new ArrayList<FeedEntry>();
        for (var entry : entries) {
            var before = last.put(entry.subject(), new Place(entry.route(), entry.level()));
            following.add(before == null ? entry : entry.after(before.route(), before.level()));
        }
        insert(following);
    }

    private record Place(@Nullable Integer route, @Nullable Integer level) {}

    /** Where each of these standards was by what was announced of it last. */
    private Map<String, Place> lastOf(List<String> subjects) {
        var places = new HashMap<String, Place>();
        jdbc.sql("""
                        select last.subject, last.route, last.level from unnest(:subjects::text[]) of_standard (subject)
                        cross join lateral (select subject, route, level from feed f where f.subject = of_standard.subject
                                            order by sequence desc limit 1) last""").param("subjects", subjects.toArray(String[]::new)).query((RowCallbackHandler) row -> places.put(
                row.getString("subject"),
                new Place(row.getObject("route", Integer.class), row.getObject("level", Integer.class))));
        return places;
    }

    private void insert(List<FeedEntry> entries) {
        batches.batchUpdate("""
                insert into feed (position, id, source, type, subject, time, recorded_at, sequence,
                                  previous_sequence, dataschema, trace_parent, route, former_route, level, former_level,
                                  title, data)
                values (:position, :id, :source, :type, :subject, :time, :recordedAt, :sequence,
                        :previousSequence, :dataschema, :traceParent, :route, :formerRoute, :level, :formerLevel,
                        :title, :data)
                on conflict (position) do nothing""", entries.stream().map(Feed::row).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(FeedEntry entry) {
        return new MapSqlParameterSource()
                .addValue("position", entry.position())
                .addValue("id", entry.id())
                .addValue("source", entry.source())
                .addValue("type", entry.type())
                .addValue("subject", entry.subject())
                .addValue("time", entry.time())
                .addValue("recordedAt", entry.recordedAt().atOffset(ZoneOffset.UTC))
                .addValue("sequence", entry.sequence())
                .addValue("previousSequence", entry.previousSequence())
                .addValue("dataschema", entry.dataschema())
                .addValue("traceParent", entry.traceParent())
                .addValue("route", entry.route())
                .addValue("formerRoute", entry.formerRoute())
                .addValue("level", entry.level())
                .addValue("formerLevel", entry.formerLevel())
                .addValue("title", entry.title())
                .addValue("data", entry.data());
    }

    /** Notes that nothing will ever stand at that position, so that the feed goes on beyond it. */
    public void leaveOut(long position) {
        jdbc.sql("""
                insert into feed_hole (position) select :position
                where not exists (select from feed where position = :position)
                on conflict do nothing""").param("position", position).update();
    }

    /** The last position that anything stands at, 0 when nothing does. */
    public long last() {
        return jdbc.sql("select coalesce(max(position), 0) from feed")
                .query(Long.class)
                .single();
    }

    /**
     * Positions after {@code known} at which nothing stands though something stands later, lowest first: what is still on
     * its way, and what will never come. What waits for an operator is not among them; it is released or dropped.
     * However wide a gap is, no more than {@code limit} places of it are looked at.
     */
    public List<Long> missing(long known, int limit) {
        return jdbc.sql("""
                        with there as (
                            select :known::bigint as position
                            union select position from feed where position > :known
                            union select position from (
                                select position from feed_hole
                                union all select (headers ->> 'ce_position')::bigint from intake_parked
                                          where headers ->> 'ce_position' ~ '^[0-9]{1,18}$') no_matter
                            where position > :known and position < (select max(position) from feed)),
                        gap as (
                            select position as before, lead(position) over (order by position) as next from there)
                        select place from gap
                        cross join lateral generate_series(before + 1, least(next - 1, before + :limit)) place
                        where next > before + 1
                        order by place limit :limit""")
                .param("known", known)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** The entry at that position. */
    public Optional<FeedEntry> at(long position) {
        return jdbc.sql("select * from feed where position = :position")
                .param("position", position)
                .query(Feed::entry)
                .optional();
    }

    /** References of standards that the feed tells of, in their order, after that one. */
    public List<String> subjectsAfter(String reference, int limit) {
        return jdbc.sql("select distinct subject from feed where subject > :reference order by subject limit :limit")
                .param("reference", reference)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Where the announcements of these standards stand, oldest first. */
    public List<Long> positionsOf(Collection<String> references) {
        return jdbc.sql("select position from feed where subject in (:references) order by position")
                .param("references", references)
                .query(Long.class)
                .list();
    }

    /** Hands over the entries at those positions, oldest first. Not all of them are in memory at once: they may be large. */
    public void forEach(Collection<Long> positions, Consumer<FeedEntry> taker) {
        if (positions.isEmpty()) return;
        record Size(long position, long bytes) {}
        var sizes =
                jdbc.sql("""
                        select position, octet_length(data) as bytes from feed
                        where position in (:positions) order by position""").param("positions", positions).query(Size.class).list();
        var together = new ArrayList<Long>();
        long bytes = 0;
        for (var size : sizes) {
            if (bytes + size.bytes() > READ_TOGETHER && !together.isEmpty()) {
                at(together).forEach(taker);
                together.clear();
                bytes = 0;
            }
            together.add(size.position());
            bytes += size.bytes();
        }
        at(together).forEach(taker);
    }

    private List<FeedEntry> at(Collection<Long> positions) {
        if (positions.isEmpty()) return List.of();
        return jdbc.sql("select * from feed where position in (:positions) order by position")
                .param("positions", positions)
                .query(Feed::entry)
                .list();
    }

    /**
     * Entries that pass the filter, oldest first.
     *
     * @param after exclusive
     * @param through inclusive
     */
    public List<FeedEntry> between(long after, long through, Filter filter, int limit) {
        return select("position > :after and position <= :through", "position", filter, limit, after, through);
    }

    /**
     * Entries that pass the filter, newest first.
     *
     * @param after exclusive
     * @param through inclusive
     */
    public List<FeedEntry> newestBetween(long after, long through, Filter filter, int limit) {
        return select("position > :after and position <= :through", "position desc", filter, limit, after, through);
    }

    /**
     * The last position before all that was recorded at that moment or later; the end of the feed when nothing was.
     *
     * <p>Positions are given in the order of storing; recorded times only nearly follow it, as writers have clocks of their
     * own. To begin after this position misses nothing.
     */
    public long beforeAllSince(Instant moment) {
        return position(
                "select coalesce(min(position) - 1, (select coalesce(max(position), 0) from feed))"
                        + " from feed where recorded_at >= :moment",
                moment);
    }

    /** The last position that was recorded before that moment, 0 when there is none. To end with it misses nothing. */
    public long lastBefore(Instant moment) {
        return position("select coalesce(max(position), 0) from feed where recorded_at < :moment", moment);
    }

    private long position(String query, Instant moment) {
        return jdbc.sql(query)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The last position of the unbroken run that begins after {@code known}: everything up to it is there. */
    public long contiguousThrough(long known) {
        long through = known;
        long before;
        do {
            before = through;
            through = nextRun(before);
        } while (through == before + RUN);
        return through;
    }

    /** In a run without gaps, position and row number differ by the same amount in every row. */
    private long nextRun(long known) {
        return jdbc.sql("""
                        select coalesce(max(position), :known) from (
                            select position, position - row_number() over (order by position) as before_run
                            from (select position from feed where position > :known
                                  union all select position from feed_hole where position > :known) there
                            order by position limit :run) next
                        where before_run = :known""")
                .param("known", known)
                .param("run", RUN)
                .query(Long.class)
                .single();
    }

    private List<FeedEntry> select(String range, String order, Filter filter, int limit, long after, long through) {
        var conditions = new ArrayList<>(List.of(range));
        var parameters = new LinkedHashMap<String, Object>();
        narrow("subject in (:subject)", "subject", filter.references(), conditions, parameters);
        narrow("(route in (:route) or former_route in (:route))", "route", filter.routes(), conditions, parameters);
        narrow("(level in (:level) or former_level in (:level))", "level", filter.levels(), conditions, parameters);
        narrow("type in (:type)", "type", filter.types(), conditions, parameters);
        return jdbc.sql("select * from feed where " + String.join(" and ", conditions) + " order by " + order
                        + " limit :limit")
                .params(parameters)
                .param("after", after)
                .param("through", through)
                .param("limit", limit)
                .query(Feed::entry)
                .list();
    }

    private static void narrow(
            String condition, String name, List<?> values, List<String> conditions, Map<String, Object> parameters) {
        if (values.isEmpty()) return;
        conditions.add(condition);
        parameters.put(name, values);
    }

    private static FeedEntry entry(ResultSet row, int number) throws SQLException {
        return new FeedEntry(
                row.getLong("position"),
                row.getString("id"),
                row.getString("source"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("time"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("sequence"),
                row.getLong("previous_sequence"),
                row.getString("dataschema"),
                row.getString("trace_parent"),
                row.getObject("route", Integer.class),
                row.getObject("former_route", Integer.class),
                row.getObject("level", Integer.class),
                row.getObject("former_level", Integer.class),
                row.getString("title"),
                row.getBytes("data"));
    }
}

package org.occupationalstandards.catalogue.entry;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeClass;
import org.occupationalstandards.contracts.Difference;
import org.occupationalstandards.contracts.Dispositions;
import org.occupationalstandards.contracts.Green;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.ProgressionKind;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers from the tables of the projection. */
@Repository
class StoredCatalogue implements Catalogue {

    private static final TypeReference<List<Product>> PRODUCTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> REASONS = new TypeReference<>() {};

    /** The documents stay where they are: lists read the columns beside them. */
    private static final String CARD = """
            o.reference, o.title, o.status, o.version, o.level, o.tier, o.route, o.pathway, o.cluster, o.overview,
            o.without_apprenticeship, o.green, o.products, o.last_changed
            """;

    private static final String CONSULTATION = """
            reference, title, kind, opened_at, closes_at, closes_on, zone, reason, closed_at, comments, outcome
            """;

    /** Of one occupation, each with the last day that is known by now. */
    private static final String VERSIONS = """
            select v.number, v.major, v.minor, v.change_class, v.approved_on, v.effective_from, v.recorded_at, v.change_note,
                v.document,
                case
                    when v.ended_on is not null then v.ended_on
                    when lead(v.effective_from) over later is not null then lead(v.effective_from) over later - 1
                    when o.version = v.number then (o.document ->> 'effectiveTo')::date
                    else v.effective_to
                end as effective_to
            from occupation_version v join occupation o using (reference)
            where v.reference = :reference
            window later as (order by v.major, v.minor)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredCatalogue(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Listing search(Search search, int page, int size) {
        Selection selection = Selection.of(search);
        long total = selection
                .bind(jdbc.sql("select count(*) from " + selection.rows()))
                .query(Long.class)
                .single();
        long skipped = (page - 1L) * size;
        List<Card> items = skipped >= total
                ? List.of()
                : selection
                        .bind(jdbc.sql("select " + CARD + " from " + selection.rows() + " order by " + selection.order()
                                + " limit :size offset :skipped"))
                        .param("size", size)
                        .param("skipped", skipped)
                        .query((row, number) -> card(row))
                        .list();
        return new Listing(items, total, page, size);
    }

    @Override
    public List<Card> cards(Search search) {
        Selection selection = Selection.of(search);
        return selection
                .bind(jdbc.sql("select " + CARD + " from " + selection.rows()
                        + " order by o.route, o.level, o.title, o.reference"))
                .query((row, number) -> card(row))
                .list();
    }

    @Override
    public Optional<Occupation> occupation(String reference, @Nullable LocalDate asOf) {
        var query = asOf == null
                ? jdbc.sql("select document from occupation where reference = :reference")
                : jdbc.sql("""
                        select document from occupation_history
                        where reference = :reference and valid_from <= :asOf and valid_until > :asOf
                        """).param("asOf", Date.valueOf(asOf));
        return query.param("reference", reference)
                .query((row, number) -> occupation(row))
                .optional();
    }

    @Override
    public Optional<LocalDate> knownSince(String reference) {
        return jdbc.sql(
                        "select valid_from from occupation_history where reference = :reference order by valid_from limit 1")
                .param("reference", reference)
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public List<Version> versions(String reference) {
        return jdbc.sql("select * from (" + VERSIONS + ") v order by major desc, minor desc")
                .param("reference", reference)
                .query((row, number) -> version(row))
                .list();
    }

    @Override
    public Optional<Occupation> version(String reference, String number) {
        return jdbc.sql("select document || jsonb_build_object('effectiveTo', effective_to) as document from ("
                        + VERSIONS + ") v where number = :number")
                .param("reference", reference)
                .param("number", number)
                .query((row, ordinal) -> occupation(row))
                .optional();
    }

    @Override
    public Optional<List<Change>> redline(String reference, String from, String to) {
        return version(reference, from)
                .flatMap(before -> version(reference, to).map(after -> Difference.betweenVersions(before, after)));
    }

    @Override
    public List<Neighbour> neighbours(String reference) {
        return jdbc.sql("select " + CARD + """
                        , link.kind, link.onward from (
                            select l ->> 'reference' as reference, l ->> 'kind' as kind, true as onward
                            from occupation, jsonb_array_elements(progression) l where reference = :reference
                            union
                            select reference, l ->> 'kind', false
                            from occupation, jsonb_array_elements(progression) l
                            where progression @> jsonb_build_array(jsonb_build_object('reference', :reference))
                              and l ->> 'reference' = :reference
                        ) link join occupation o using (reference)
                        order by link.onward, o.level, o.title, o.reference
                        """)
                .param("reference", reference)
                .query((row, number) -> new Neighbour(
                        card(row), known(ProgressionKind.ofWireName(row.getString("kind"))), row.getBoolean("onward")))
                .list();
    }

    @Override
    public Optional<Rejection> rejection(String reference) {
        return jdbc.sql("select kind, rejected_on, reasons from rejection where reference = :reference")
                .param("reference", reference)
                .query((row, number) -> new Rejection(
                        Rejection.Kind.valueOf(row.getString("kind")),
                        row.getObject("rejected_on", LocalDate.class),
                        json.readValue(row.getString("reasons"), REASONS)))
                .optional();
    }

    @Override
    public ConsultationListing consultations(int page, int size) {
        long total =
                jdbc.sql("select count(*) from consultation").query(Long.class).single();
        List<Consultation> items = jdbc.sql("select " + CONSULTATION + """
                        , null as draft from consultation
                        order by closed_at is not null, case when closed_at is null then closes_on end, closed_at desc,
                            reference, opened
                        limit :size offset :skipped
                        """)
                .param("size", size)
                .param("skipped", (page - 1L) * size)
                .query((row, number) -> consultation(row))
                .list();
        return new ConsultationListing(items, total, page, size);
    }

    @Override
    public Optional<Consultation> consultation(String reference) {
        return jdbc.sql("select " + CONSULTATION + """
                        , draft from consultation where reference = :reference order by opened desc limit 1
                        """)
                .param("reference", reference)
                .query((row, number) -> consultation(row))
                .optional();
    }

    private Consultation consultation(ResultSet row) throws SQLException {
        String draft = row.getString("draft");
        String outcome = row.getString("outcome");
        return new Consultation(
                row.getString("reference"),
                row.getString("title"),
                row.getString("kind").equals(Consultation.Kind.DRAFT.wireName())
                        ? Consultation.Kind.DRAFT
                        : Consultation.Kind.RETIREMENT,
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("closes_at")),
                row.getObject("closes_on", LocalDate.class),
                row.getString("zone"),
                row.getString("reason"),
                draft == null ? null : json.readValue(draft, Occupation.class),
                instant(row.getTimestamp("closed_at")),
                row.getObject("comments", Integer.class),
                outcome == null ? null : json.readValue(outcome, Dispositions.class));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    @Override
    public List<RecentChange> recentChanges(int atMost) {
        return jdbc.sql("""
                        select reference, title, type, version, recorded_at, product from recent_change
                        order by position desc limit :atMost
                        """)
                .param("atMost", atMost)
                .query((row, number) -> new RecentChange(
                        row.getString("reference"),
                        row.getString("title"),
                        known(AnnouncementType.ofWireName(row.getString("type"))),
                        row.getString("version"),
                        row.getTimestamp("recorded_at").toInstant(),
                        product(row.getString("product"))))
                .list();
    }

    private @Nullable ProductChange product(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, ProductChange.class);
    }

    @Override
    public Map<Integer, Long> countsByRoute() {
        Map<Integer, Long> counts = new HashMap<>();
        jdbc.sql("select route, count(*) from occupation group by route").query(row -> {
            counts.put(row.getInt(1), row.getLong(2));
        });
        return counts;
    }

    private Occupation occupation(ResultSet row) throws SQLException {
        return json.readValue(row.getString("document"), Occupation.class);
    }

    private Card card(ResultSet row) throws SQLException {
        String lastChanged = row.getString("last_changed");
        return new Card(
                row.getString("reference"),
                row.getString("title"),
                known(Status.ofWireName(row.getString("status"))),
                row.getString("version"),
                row.getInt("level"),
                known(Tier.ofWireName(row.getString("tier"))),
                known(Routes.withId(row.getInt("route"))),
                row.getString("pathway"),
                row.getString("cluster"),
                row.getString("overview"),
                row.getBoolean("without_apprenticeship"),
                known(Green.ofWireName(row.getString("green"))),
                json.readValue(row.getString("products"), PRODUCTS),
                lastChanged == null ? null : Instant.parse(lastChanged));
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getString("number"),
                known(ChangeClass.ofWireName(row.getString("change_class"))),
                row.getString("change_note"),
                row.getObject("approved_on", LocalDate.class),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant());
    }

    /** The projection wrote only what the contracts have a name for. */
    private static <T> T known(Optional<T> value) {
        return value.orElseThrow();
    }
}

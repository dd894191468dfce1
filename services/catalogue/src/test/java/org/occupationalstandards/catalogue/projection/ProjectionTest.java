package org.occupationalstandards.catalogue.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.platform.intake.Arrival;
import org.occupationalstandards.platform.intake.Incoming;
import org.occupationalstandards.testbed.Testbed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What one batch writes, through the driver's rewriting of batches that services use. */
class ProjectionTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DriverManagerDataSource database = database();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));

    private static DriverManagerDataSource database() {
        var fresh = Testbed.freshDatabase();
        String separator = fresh.url().contains("?") ? "&" : "?";
        var database = new DriverManagerDataSource(
                fresh.url() + separator + "reWriteBatchedInserts=true", fresh.username(), fresh.password());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/catalogue", "classpath:db/platform-intake")
                .load()
                .migrate();
        return database;
    }

    private static Arrival<Announcement> arrival(AnnouncementType type, long sequence, int salary, String day) {
        return arrival(type, sequence, salary, day, "1.0", "1.0");
    }

    private static Arrival<Announcement> arrival(
            AnnouncementType type, long sequence, int salary, String day, String version, String corrected) {
        try (var stream =
                ProjectionTest.class.getResourceAsStream("/contracts/examples/" + type.wireName() + ".json")) {
            ObjectNode data = (ObjectNode) JSON.readTree(Objects.requireNonNull(stream));
            data.put("reference", "OCC0218").put("sequence", sequence).put("recordedAt", day + "T10:00:00Z");
            if (data.get("occupation") instanceof ObjectNode occupation) {
                occupation.put("reference", "OCC0218").put("sequence", sequence);
                occupation.put("version", version).put("medianSalary", salary);
            }
            if (data.get("correctedVersion") instanceof ObjectNode dates) {
                dates.put("number", corrected)
                        .put("approvedOn", "2019-01-01")
                        .put("effectiveFrom", "2019-01-02")
                        .put("effectiveTo", "2019-01-03");
            }
            Announcement announcement = JSON.treeToValue(data, type.record());
            return new Arrival<>(
                    new Incoming(
                            "id-" + sequence,
                            type.wireName(),
                            "OCC0218",
                            Instant.parse(day + "T10:00:00Z"),
                            sequence,
                            sequence - 1,
                            sequence,
                            Map.of(),
                            null,
                            new byte[0]),
                    announcement);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A version that is put right and told of again, and others around it. */
    private static List<Arrival<Announcement>> life() {
        return List.of(
                arrival(AnnouncementType.PROPOSED, 1, 1, "2026-01-01"),
                arrival(AnnouncementType.APPROVED, 2, 2, "2026-01-02"),
                arrival(AnnouncementType.PRODUCT_CHANGED, 3, 3, "2026-01-02"),
                arrival(AnnouncementType.CORRECTED, 4, 4, "2026-01-03"),
                arrival(AnnouncementType.REVISION_STARTED, 5, 0, "2026-01-04"),
                arrival(AnnouncementType.CORRECTED, 6, 6, "2026-01-05"),
                arrival(AnnouncementType.RETIRED, 7, 0, "2026-01-06"));
    }

    private List<String> written() {
        List<String> rows = new ArrayList<>();
        rows.addAll(jdbc.queryForList(
                "select format('now %s %s %s %s', sequence, content, valid_from, document) from occupation",
                String.class));
        rows.addAll(jdbc.queryForList("""
                select format('day %s %s %s %s', valid_from, valid_until, sequence, document)
                from occupation_history order by valid_from
                """, String.class));
        rows.addAll(jdbc.queryForList(
                "select format('version %s %s %s', number, sequence, document) from occupation_version", String.class));
        rows.addAll(jdbc.queryForList("select format('words %s', words is not null) from occupation", String.class));
        jdbc.execute("truncate occupation, occupation_day, occupation_content, occupation_version, recent_change");
        return rows;
    }

    @Test
    void aDocumentWithMoreWordsThanARowCanKeepIsFoundByItsBeginning() {
        Map<String, Object> row = jdbc.queryForMap("""
                select words @@ to_tsquery('english', 'welder & first') as by_beginning, length(words) as words from (
                    select words_of(jsonb_build_object('title', 'Welder', 'knowledge', (
                        select jsonb_agg(jsonb_build_object('text', case n when 1 then 'first' else md5(n::text) end)
                            order by n) from generate_series(1, 100000) n))) as words) document""");

        assertThat(row.get("by_beginning")).isEqualTo(true);
        assertThat((Integer) row.get("words")).isGreaterThan(1000);
    }

    @Test
    void itMakesNoDifferenceHowManyComeTogether() {
        Projection projection = Projection.intoUse(jdbc, JSON, ZoneId.of("Europe/London"));
        for (Arrival<Announcement> each : life()) {
            transaction.executeWithoutResult(status -> projection.apply(List.of(each)));
        }
        List<String> oneByOne = written();
        transaction.executeWithoutResult(status -> projection.apply(life()));
        List<String> atOnce = written();
        Projection anew = Projection.intoNew(jdbc, JSON, ZoneId.of("Europe/London"));
        transaction.executeWithoutResult(status -> anew.apply(life().subList(0, 3)));
        transaction.executeWithoutResult(status -> anew.apply(life().subList(3, 7)));
        anew.makeReadable();
        List<String> built = written();

        assertThat(atOnce).isEqualTo(oneByOne);
        assertThat(built).isEqualTo(oneByOne);
        assertThat(oneByOne).hasSize(9);
        assertThat(oneByOne.get(7)).startsWith("version 1.0 6 ").contains("\"medianSalary\": 6");
    }

    /** Consultations that end with a result, without one, go on again, and one that runs. */
    private static List<Arrival<Announcement>> askedAbout() {
        return List.of(
                arrival(AnnouncementType.CONSULTATION_OPENED, 1, 0, "2026-01-01"),
                arrival(AnnouncementType.CONSULTATION_EXTENDED, 2, 0, "2026-01-02"),
                arrival(AnnouncementType.CONSULTATION_CLOSED, 3, 0, "2026-01-03"),
                arrival(AnnouncementType.CONSULTATION_OPENED, 4, 0, "2026-01-04"),
                arrival(AnnouncementType.WITHDRAWN, 5, 0, "2026-01-05"),
                arrival(AnnouncementType.CONSULTATION_EXTENDED, 6, 0, "2026-01-06"),
                arrival(AnnouncementType.REVISION_ABANDONED, 7, 0, "2026-01-07"),
                arrival(AnnouncementType.RETIREMENT_PROPOSED, 8, 0, "2026-01-08"),
                arrival(AnnouncementType.RETIREMENT_DECLINED, 9, 0, "2026-01-09"),
                arrival(AnnouncementType.CONSULTATION_OPENED, 10, 0, "2026-01-10"));
    }

    private List<String> consultations() {
        return jdbc.queryForList("select c::text from consultation c order by opened", String.class);
    }

    @Test
    void whatIsAskedAboutIsTheSameHoweverManyComeTogetherAndHoweverOften() {
        Projection projection = Projection.intoUse(jdbc, JSON, ZoneId.of("Europe/London"));
        for (Arrival<Announcement> each : askedAbout()) {
            transaction.executeWithoutResult(status -> projection.apply(List.of(each)));
        }
        List<String> oneByOne = consultations();
        assertThat(oneByOne).hasSize(4).doesNotHaveDuplicates();

        for (int middle = 1; middle < askedAbout().size(); middle++) {
            jdbc.execute("truncate consultation");
            List<Arrival<Announcement>> first = askedAbout().subList(0, middle);
            List<Arrival<Announcement>> rest =
                    askedAbout().subList(middle, askedAbout().size());
            transaction.executeWithoutResult(status -> projection.apply(first));
            transaction.executeWithoutResult(status -> projection.apply(rest));
            assertThat(consultations())
                    .as("in two parts, of %d and the rest", middle)
                    .isEqualTo(oneByOne);

            transaction.executeWithoutResult(status -> projection.apply(first));
            transaction.executeWithoutResult(status -> projection.apply(askedAbout()));
            assertThat(consultations())
                    .as("and again, the first %d of them twice", middle)
                    .isEqualTo(oneByOne);
        }
    }

    @Test
    void aRejectionStandsUntilTheNextProposalHoweverOftenItIsTold() {
        List<Arrival<Announcement>> life = List.of(
                arrival(AnnouncementType.PROPOSED, 1, 1, "2026-01-01"),
                arrival(AnnouncementType.PROPOSAL_REJECTED, 2, 0, "2026-01-01"),
                arrival(AnnouncementType.PROPOSAL_SUBMITTED, 3, 0, "2026-01-01"));
        Projection projection = Projection.intoUse(jdbc, JSON, ZoneId.of("Europe/London"));
        for (int end = 1; end <= life.size(); end++) {
            List<Arrival<Announcement>> told = life.subList(0, end);
            transaction.executeWithoutResult(status -> projection.apply(told));
            transaction.executeWithoutResult(status -> projection.apply(told));
            assertThat(jdbc.queryForList("select format('%s %s', sequence, rejected_on) from rejection", String.class))
                    .isEqualTo(end == 2 ? List.of("2 2026-03-02") : List.of());
        }
        transaction.executeWithoutResult(status -> projection.apply(life.subList(1, 2)));
        assertThat(jdbc.queryForList("select reference from rejection", String.class))
                .as("told once more when it no longer stands")
                .isEmpty();
    }

    @Test
    void theDatesOfAnOlderVersionArePutRightAndNothingElseOfIt() {
        List<Arrival<Announcement>> life = List.of(
                arrival(AnnouncementType.APPROVED, 2, 2, "2026-01-02"),
                arrival(AnnouncementType.APPROVED, 3, 3, "2026-01-03", "1.1", "1.0"),
                arrival(AnnouncementType.CORRECTED, 4, 4, "2026-01-04", "1.1", "1.0"));
        Projection projection = Projection.intoUse(jdbc, JSON, ZoneId.of("Europe/London"));
        transaction.executeWithoutResult(status -> projection.apply(life));
        String first = "select format('%s %s %s %s', approved_on, effective_from, effective_to, sequence)"
                + " from occupation_version where number = '1.0'";
        assertThat(jdbc.queryForObject(first, String.class)).isEqualTo("2019-01-01 2019-01-02 2019-01-03 4");
        assertThat(jdbc.queryForList(
                        "select document ->> 'medianSalary' || ' ' || (document ->> 'effectiveFrom') from occupation_version"
                                + " order by minor",
                        String.class))
                .containsExactly("2 2019-01-02", "4 2026-09-15");
        List<String> atOnce = written();
        for (Arrival<Announcement> each : life) {
            transaction.executeWithoutResult(status -> projection.apply(List.of(each)));
        }
        assertThat(written()).isEqualTo(atOnce);
    }
}

package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What was in force at an instant, of standards that were taken over and of those that ended. */
class EffectiveTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant TAKEN_OVER = Instant.parse("2024-03-01T10:00:00Z");
    private static final Instant AGAIN = Instant.parse("2026-03-01T10:00:00Z");

    private final List<StandardEvent> history = new ArrayList<>();

    @Test
    void each_version_that_was_taken_over_has_its_own_facts_from_its_first_day() {
        history.add(registered("1.0", "2019-05-01", ProductStatus.APPROVED_FOR_DELIVERY, GreenTheme.NONE, TAKEN_OVER));
        history.add(registered("1.1", "2025-01-10", ProductStatus.STARTS_PAUSED, GreenTheme.MID, AGAIN));

        assertThat(on("2018-01-01").orElseThrow().status()).isEqualTo(Status.IN_DEVELOPMENT);
        assertThat(on("2017-02-01").orElseThrow().status()).isEqualTo(Status.POTENTIAL);
        assertThat(on("2016-12-31")).isEmpty();
        assertThat(on("2017-02-01").orElseThrow().products()).isEmpty();
        var first = on("2020-01-01").orElseThrow();
        assertThat(first.status()).isEqualTo(Status.APPROVED);
        assertThat(first.version()).isEqualTo("1.0");
        assertThat(first.green()).isEqualTo(GreenTheme.NONE);
        assertThat(first.effectiveTo(first.versions().getFirst())).isEqualTo("2025-01-09");
        var late = on("2025-02-01").orElseThrow();
        assertThat(late.version()).isEqualTo("1.1");
        assertThat(late.inForceOn(LocalDate.parse("2025-02-01")))
                .extracting("number")
                .isEqualTo("1.1");
        assertThat(late.green()).isEqualTo(GreenTheme.MID);
        assertThat(late.products()).extracting(Product::status).containsExactly(ProductStatus.STARTS_PAUSED);
        assertThat(on("2026-06-01").orElseThrow().products()).isEqualTo(late.products());
    }

    @Test
    void one_that_had_ended_when_it_was_taken_over_was_approved_until_its_last_day() {
        history.add(new StandardRegistered(
                Examples.REFERENCE,
                Status.RETIRED,
                "1.0",
                2,
                10,
                null,
                null,
                null,
                null,
                null,
                LocalDate.parse("2018-01-01"),
                LocalDate.parse("2018-02-01"),
                LocalDate.parse("2021-06-30"),
                Examples.complete(),
                List.of(),
                GreenTheme.NONE,
                List.of(),
                "official",
                TAKEN_OVER));

        assertThat(on("2018-01-15").orElseThrow().status()).isEqualTo(Status.APPROVED);
        assertThat(on("2021-06-30").orElseThrow().status()).isEqualTo(Status.APPROVED);
        assertThat(on("2021-07-01").orElseThrow().status()).isEqualTo(Status.RETIRED);
        assertThat(on("2025-01-01").orElseThrow().status()).isEqualTo(Status.RETIRED);
    }

    @Test
    void an_end_counts_from_the_day_after_the_last_whenever_it_was_recorded() {
        history.add(registered("1.0", "2019-05-01", ProductStatus.APPROVED_FOR_DELIVERY, GreenTheme.NONE, TAKEN_OVER));
        history.add(new EndOfLifeEvent.StandardRetired(
                LocalDate.parse("2025-04-01"), null, LocalDate.parse("2025-03-31"), "official", AGAIN));

        assertThat(on("2025-03-31").orElseThrow().status()).isEqualTo(Status.APPROVED);
        var over = on("2025-06-01").orElseThrow();
        assertThat(over.status()).isEqualTo(Status.RETIRED);
        assertThat(over.inForceOn(LocalDate.parse("2025-06-01"))).isNull();
        assertThat(over.products()).extracting(Product::status).containsExactly(ProductStatus.RETIRED);
    }

    @Test
    void of_an_end_that_nobody_dated_nobody_says_when_it_was() {
        var event = registered("1.0", null, ProductStatus.RETIRED, GreenTheme.NONE, TAKEN_OVER);
        history.add(new StandardRegistered(
                event.reference(),
                Status.RETIRED,
                "1.0",
                2,
                10,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                event.content(),
                event.products(),
                GreenTheme.NONE,
                List.of(),
                "official",
                TAKEN_OVER));

        assertThat(on("2019-01-01").orElseThrow().status()).isEqualTo(Status.RETIRED);
    }

    @Test
    void an_approval_day_that_was_corrected_to_later_takes_the_version_away_before() {
        history.add(registered("1.0", "2019-05-01", ProductStatus.APPROVED_FOR_DELIVERY, GreenTheme.NONE, TAKEN_OVER));
        history.add(new VersionEvent.DatesCorrected(
                "1.0", LocalDate.parse("2025-02-01"), LocalDate.parse("2025-03-01"), "A slip.", "official", AGAIN));

        assertThat(on("2024-06-01").orElseThrow().status()).isEqualTo(Status.IN_DEVELOPMENT);
        assertThat(on("2025-02-15").orElseThrow().status()).isEqualTo(Status.APPROVED);
        assertThat(on("2025-02-15").orElseThrow().inForceOn(LocalDate.parse("2025-02-15")))
                .isNull();
    }

    @Test
    void a_new_life_does_not_bring_the_old_one_back() {
        history.add(registered("1.0", "2019-05-01", ProductStatus.APPROVED_FOR_DELIVERY, GreenTheme.NONE, TAKEN_OVER));
        history.add(new EndOfLifeEvent.StandardRetired(
                LocalDate.parse("2025-03-01"),
                null,
                LocalDate.parse("2025-02-01"),
                "official",
                Instant.parse("2025-03-02T10:00:00Z")));
        history.add(new EndOfLifeEvent.StandardReinstated(
                "Wanted again.", LocalDate.parse("2026-03-01"), "official", AGAIN));

        assertThat(on("2024-06-01").orElseThrow().status()).isEqualTo(Status.APPROVED);
        assertThat(on("2025-06-01").orElseThrow().status()).isEqualTo(Status.RETIRED);
        assertThat(on("2026-06-01").orElseThrow().status()).isEqualTo(Status.POTENTIAL);
    }

    /** Whatever has happened: what is in force now is what the standard says of itself now. */
    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void nowIsThePresent(@ForAll long seed) {
        var life = new RandomLife(seed).live(250);
        var state = life.state();
        var now = life.events().getLast().at();
        var day = LocalDate.ofInstant(now, LONDON);
        var lastDay = state.endOfLife().lastDay();
        // Of an end that has come and was not recorded yet the state does not know.
        Assume.that(lastDay == null || !lastDay.isBefore(day));

        var effective = Effective.at(life.events(), now, LONDON).orElseThrow();

        assertThat(effective.stage()).isEqualTo(state.stage());
        assertThat(effective.status()).isEqualTo(state.status());
        assertThat(effective.versions())
                .extracting(Version::number)
                .isEqualTo(state.versions().stream().map(Version::number).toList());
        assertThat(Optional.ofNullable(effective.inForceOn(day)).map(Version::number))
                .isEqualTo(Optional.ofNullable(state.inForceOn(day)).map(Version::number));
        assertThat(effective.products()).isEqualTo(state.products());
        assertThat(effective.green()).isEqualTo(state.green());
        assertThat(effective.classification()).isEqualTo(state.classification());
        assertThat(effective.draft()).isEqualTo(state.draft());
    }

    private Optional<StandardState> on(String day) {
        return Effective.at(history, Instant.parse(day + "T12:00:00Z"), LONDON);
    }

    private static StandardRegistered registered(
            String version,
            @org.jspecify.annotations.Nullable String from,
            ProductStatus product,
            GreenTheme green,
            Instant at) {
        var effectiveFrom = from == null ? null : LocalDate.parse(from);
        return new StandardRegistered(
                Examples.REFERENCE,
                Status.APPROVED,
                version,
                2,
                10,
                null,
                null,
                null,
                LocalDate.parse("2017-01-01"),
                LocalDate.parse("2017-09-01"),
                effectiveFrom,
                effectiveFrom,
                null,
                Examples.complete(),
                List.of(new Product(
                        ProductType.APPRENTICESHIP, "ST0218", 218, null, product, 2, 12, 5000, false, false, false)),
                green,
                List.of(),
                "official",
                at);
    }
}

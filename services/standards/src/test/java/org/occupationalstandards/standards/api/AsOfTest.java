package org.occupationalstandards.standards.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.standards.api.AsOf.By;

class AsOfTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-11-22T19:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31T23:59:59.999999999Z",
        // In summer the day ends an hour earlier than elsewhere.
        "2026-06-30, 2026-06-30T22:59:59.999999999Z",
        "2026-11-22, 2026-11-22T19:00:00Z",
        "2026-11-22T09:00:00Z, 2026-11-22T09:00:00Z",
        "2026-06-30T10:00:00+01:00, 2026-06-30T09:00:00Z",
        "2026-06-30T10:00:00 01:00, 2026-06-30T09:00:00Z"
    })
    void reads_days_and_instants(String asOf, Instant instant) {
        var read = Objects.requireNonNull(AsOf.read(asOf, null, LONDON, NOW));

        assertThat(read.instant()).isEqualTo(instant);
        assertThat(read.by()).isEqualTo(By.RECORDED);
    }

    @Test
    void no_time_is_the_present() {
        assertThat(AsOf.read(null, null, LONDON, NOW)).isNull();
    }

    @Test
    void what_will_be_in_force_can_be_asked_for_and_what_will_be_recorded_cannot() {
        var day = Objects.requireNonNull(AsOf.read("2027-01-01", "effective", LONDON, NOW));
        assertThat(day.day()).isEqualTo("2027-01-01");
        assertThat(faults("2027-01-01", null)).extracting(Fault::parameter).containsExactly("asOf");
        assertThat(faults("2026-11-22T19:00:01Z", "recorded"))
                .extracting(Fault::message)
                .first()
                .asString()
                .contains("lies in the future");
    }

    @ParameterizedTest
    @CsvSource({
        "once",
        "2026-02-30",
        "2026-13-01",
        "2026-11-22T09:00:00",
        "20261122",
        "''",
        "+999999999-12-31T23:59:59Z"
    })
    void says_what_a_time_looks_like(String asOf) {
        assertThat(faults(asOf, null)).extracting(Fault::parameter).containsExactly("asOf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "0000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59.999999999-18:00"
            })
    void years_have_four_digits(String asOf) {
        assertThat(faults(asOf, "effective")).extracting(Fault::parameter).containsExactly("asOf");
    }

    @Test
    void names_all_that_is_wrong() {
        assertThat(faults("once", "heart")).extracting(Fault::parameter).containsExactly("by", "asOf");
        assertThat(faults(null, "effective")).extracting(Fault::parameter).containsExactly("by");
    }

    private static List<Fault> faults(@Nullable String asOf, @Nullable String by) {
        var thrown = new java.util.ArrayList<Fault>();
        assertThatThrownBy(() -> AsOf.read(asOf, by, LONDON, NOW))
                .isInstanceOfSatisfying(ProblemException.class, problem -> thrown.addAll(problem.faults()));
        return thrown;
    }
}

package org.occupationalstandards.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadencesTest {

    private static final Cadences.Settings MONDAYS_AT_SEVEN =
            new Cadences.Settings(LocalTime.of(7, 0), DayOfWeek.MONDAY, ZoneId.of("Europe/London"));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // an ordinary Wednesday in winter, before and after the hour
        "2026-11-25T06:59:59Z, 2026-11-25T07:00:00Z, 2026-11-30T07:00:00Z",
        "2026-11-25T07:00:00Z, 2026-11-26T07:00:00Z, 2026-11-30T07:00:00Z",
        // the clocks go forward in the night to Sunday 29 March: seven is an hour earlier for the rest of the world
        "2026-03-28T07:00:00Z, 2026-03-29T06:00:00Z, 2026-03-30T06:00:00Z",
        "2026-03-23T07:00:00Z, 2026-03-24T07:00:00Z, 2026-03-30T06:00:00Z",
        // and back in the night to Sunday 25 October
        "2026-10-24T06:00:00Z, 2026-10-25T07:00:00Z, 2026-10-26T07:00:00Z",
        "2026-10-19T06:00:00Z, 2026-10-20T06:00:00Z, 2026-10-26T07:00:00Z"
    })
    void aDigestComesAtSevenByTheClockOnTheWall(Instant now, Instant daily, Instant weekly) {
        var cadences = new Cadences(Clock.fixed(now, ZoneOffset.UTC), MONDAYS_AT_SEVEN);

        assertThat(cadences.next())
                .hasSize(2)
                .hasEntrySatisfying("daily", at -> assertThat(instant(at)).isEqualTo(daily))
                .hasEntrySatisfying("weekly", at -> assertThat(instant(at)).isEqualTo(weekly));
    }

    private static Instant instant(Object at) {
        return ((OffsetDateTime) at).toInstant();
    }
}

package org.occupationalstandards.catalogue.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.catalogue.entry.Version;
import org.occupationalstandards.contracts.ChangeClass;
import org.occupationalstandards.contracts.Occupation.Upcoming;

/** A reader is told which version is in force today, and from when another one is. */
class BannerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Version FIRST = version("1.0", TODAY.minusYears(1));
    private static final Version NEXT = version("1.1", TODAY.plusDays(1));

    @Test
    void theVersionBeforeIsInForceUntilTheNextOneBegins() {
        var today = Banner.version(FIRST, List.of(NEXT, FIRST), Example.occupation(), TODAY);
        var tomorrow = Banner.version(FIRST, List.of(NEXT, FIRST), Example.occupation(), TODAY.plusDays(1));

        assertThat(today.past()).isFalse();
        assertThat(today.text()).endsWith("Version 1.1 replaces it on 23 November 2026.");
        assertThat(tomorrow.past()).isTrue();
        assertThat(tomorrow.text()).contains("no longer in force");
    }

    @Test
    void aVersionToComeNamesTheOneThatStandsUntilThen() {
        var banner = Banner.version(NEXT, List.of(NEXT, FIRST), Example.occupation(), TODAY);

        assertThat(banner.past()).isFalse();
        assertThat(banner.text())
                .isEqualTo("This is version 1.1, which comes into force on 23 November 2026."
                        + " Until then version 1.0 stands.");
        assertThat(banner.href()).isEqualTo("/occupations/OCC0218");
    }

    @Test
    void theOccupationsPageSaysWhichVersionTakesItsPlaceAndWhen() {
        var shown = Example.awaiting(new Upcoming("1.1", TODAY.plusDays(1)));

        var banner = Banner.current(shown, List.of(NEXT, FIRST), TODAY);

        assertThat(banner.text())
                .isEqualTo("This is version 1.0, in force from 15 September 2026."
                        + " Version 1.1 is approved and takes its place on 23 November 2026.");
        assertThat(banner.href()).isEqualTo(Links.version("OCC0218", "1.1"));
    }

    @Test
    void aFirstVersionIsNotSaidToBeInForceBeforeItsFirstDay() {
        var shown = Example.occupation();
        var begins = Objects.requireNonNull(shown.effectiveFrom());
        var versions = List.of(version(shown.version(), begins));

        assertThat(Banner.current(shown, versions, begins.minusDays(1)).text())
                .contains("comes into force on 15 September 2026");
        assertThat(Banner.current(shown, versions, begins).text()).contains("in force from 15 September 2026");
    }

    @Test
    void aVersionThatEndedWithItsStandardIsNotSaidToBeInForceNorReplaced() {
        var ended = version("1.0", TODAY.minusYears(2), TODAY.minusYears(1));
        var later = version("2.0", TODAY.minusDays(3), null);

        assertThat(Banner.version(ended, List.of(ended), Example.occupation(), TODAY)
                        .text())
                .isEqualTo("This is version 1.0, which was in force until 22 November 2025."
                        + " No later one has been approved.");
        assertThat(Banner.version(ended, List.of(later, ended), Example.occupation(), TODAY)
                        .text())
                .isEqualTo("This is version 1.0, which was in force until 22 November 2025."
                        + " Version 2.0 came after it on 19 November 2026.");
    }

    private static Version version(String number, LocalDate effectiveFrom) {
        return version(number, effectiveFrom, null);
    }

    private static Version version(String number, LocalDate effectiveFrom, @Nullable LocalDate effectiveTo) {
        return new Version(number, ChangeClass.NEW, null, effectiveFrom, effectiveFrom, effectiveTo, Instant.EPOCH);
    }
}

package org.occupationalstandards.catalogue.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.catalogue.entry.Version;
import org.occupationalstandards.contracts.ChangeClass;

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
    void theOccupationsPageNamesTheVersionInForceUntilTheShownOneBegins() {
        var shown = Example.occupation();
        var begins = Objects.requireNonNull(shown.effectiveFrom());
        var versions = List.of(version(shown.version(), begins), version("0.9", begins.minusYears(1)));

        var dayBefore = Banner.current(shown, versions, begins.minusDays(1));
        var firstDay = Banner.current(shown, versions, begins);

        assertThat(dayBefore.text()).contains("comes into force on").endsWith("Until then version 0.9 is in force.");
        assertThat(dayBefore.href()).isEqualTo(Links.version(shown.reference(), "0.9"));
        assertThat(firstDay.text()).contains("in force from").endsWith("the latest.");
    }

    private static Version version(String number, LocalDate effectiveFrom) {
        return new Version(number, ChangeClass.NEW, null, effectiveFrom, effectiveFrom, null, Instant.EPOCH);
    }
}

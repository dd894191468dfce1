package org.occupationalstandards.catalogue.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    private static Version version(String number, LocalDate effectiveFrom) {
        return new Version(number, ChangeClass.NEW, null, effectiveFrom, effectiveFrom, null, Instant.EPOCH);
    }
}

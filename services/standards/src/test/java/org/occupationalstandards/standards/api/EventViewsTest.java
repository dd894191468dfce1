package org.occupationalstandards.standards.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.EndOfLifeEvent;
import org.occupationalstandards.standards.lifecycle.GreenTheme;
import org.occupationalstandards.standards.lifecycle.MapEvent;
import org.occupationalstandards.standards.lifecycle.VersionEvent;

class EventViewsTest {

    private static final Instant AT = Instant.parse("2026-07-01T23:30:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-07-31");
    private static final LocalDate NEXT = LocalDate.parse("2026-08-01");

    @Test
    void whatHasEffectOnAnotherDayThanThatOfItsRecordSaysOnWhich() {
        assertThat(EventViews.effectiveFrom(new VersionEvent.DatesCorrected("1.0", DAY, NEXT, "So it was.", "by", AT)))
                .isEqualTo(NEXT);
        assertThat(EventViews.effectiveFrom(new VersionEvent.VersionTookEffect("1.1", NEXT, "by", AT)))
                .isEqualTo(NEXT);
        assertThat(EventViews.effectiveFrom(new EndOfLifeEvent.RetirementDecided(DAY, null, null, DAY, "by", AT)))
                .isEqualTo(NEXT);
        assertThat(EventViews.effectiveFrom(new EndOfLifeEvent.StandardRetired(DAY, null, DAY, "by", AT)))
                .isEqualTo(NEXT);
        assertThat(EventViews.effectiveFrom(new MapEvent.GreenThemeSet(GreenTheme.MID, "by", AT)))
                .isNull();
    }
}

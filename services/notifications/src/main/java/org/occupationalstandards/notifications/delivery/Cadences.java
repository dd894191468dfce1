package org.occupationalstandards.notifications.delivery;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** When those who want a digest get the next one. */
@Component
public class Cadences {

    /** SQL: when a lane of subscription {@code s} that has something new is due. */
    static final String NEXT =
            "case s.cadence when 'daily' then :daily when 'weekly' then :weekly else now() end::timestamptz";

    private final Clock clock;
    private final Settings settings;

    Cadences(Clock clock, Settings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Time of digests.
     *
     * @param at time of day
     * @param on day of weekly ones
     * @param zone of both
     */
    @ConfigurationProperties("notifications.digest")
    public record Settings(
            @DefaultValue("07:00") LocalTime at,
            @DefaultValue("MONDAY") DayOfWeek on,
            @DefaultValue("Europe/London") ZoneId zone) {}

    /** The parameters of {@link #NEXT}. */
    Map<String, Object> next() {
        var now = clock.instant().atZone(settings.zone());
        var daily = now.with(settings.at());
        if (!daily.isAfter(now)) daily = daily.plusDays(1);
        var weekly = now.with(settings.at()).with(TemporalAdjusters.nextOrSame(settings.on()));
        if (!weekly.isAfter(now)) weekly = weekly.plusWeeks(1);
        return Map.of("daily", instant(daily), "weekly", instant(weekly));
    }

    private static Object instant(ZonedDateTime time) {
        return time.toOffsetDateTime();
    }
}

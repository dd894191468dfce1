package org.occupationalstandards.standards.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.problem.Years;

/**
 * The time for which somebody asks what a standard was.
 *
 * @param day of that instant where the standards are in force
 */
record AsOf(Instant instant, LocalDate day, By by) {

    /** Whether what was known by then is asked for, or what was in force then, by what is known now. */
    enum By {
        RECORDED,
        EFFECTIVE
    }

    private static final String FORM =
            "asOf must be a day such as 2026-11-22, which means its end in %s, or an instant such as 2026-11-22T09:00:00Z.";

    /**
     * Reads the two parameters.
     *
     * @return nothing where no time is asked for
     * @throws ProblemException naming each that is wrong
     */
    static @Nullable AsOf read(@Nullable String asOf, @Nullable String by, ZoneId zone, Instant now) {
        var faults = new ArrayList<Fault>();
        var basis = by(by, faults);
        if (asOf == null) {
            if (by != null) {
                faults.add(Fault.ofParameter("by", "by says how asOf is meant, and asOf is missing."));
            }
            refuse(faults);
            return null;
        }
        var instant = instant(asOf, zone, now, basis, faults);
        refuse(faults);
        return new AsOf(instant, LocalDate.ofInstant(instant, zone), basis);
    }

    private static By by(@Nullable String by, List<Fault> faults) {
        if (by == null) {
            return By.RECORDED;
        }
        for (var each : By.values()) {
            if (WireNames.of(each).equals(by.toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        faults.add(Fault.ofParameter("by", "by must be recorded or effective."));
        return By.RECORDED;
    }

    private static Instant instant(String asOf, ZoneId zone, Instant now, By by, List<Fault> faults) {
        try {
            if (asOf.length() == 10) {
                var day = Years.day(asOf);
                var end = day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
                // Of today as much as there has been.
                return day.equals(LocalDate.ofInstant(now, zone)) ? now : notLater(end, now, by, faults);
            }
            // A plus sign that was not encoded arrives as a blank.
            var moment = Years.within(OffsetDateTime.parse(asOf.replace(' ', '+')));
            return notLater(moment.toInstant(), now, by, faults);
        } catch (DateTimeException notATime) {
            faults.add(Fault.ofParameter("asOf", FORM.formatted(zone)));
            return now;
        }
    }

    /** What will be in force is known, as far as it is decided; what will be known is not. */
    private static Instant notLater(Instant instant, Instant now, By by, List<Fault> faults) {
        if (by == By.RECORDED && instant.isAfter(now)) {
            faults.add(Fault.ofParameter(
                    "asOf",
                    "asOf lies in the future, and what will be recorded is not known. With by=effective it shows what will be"
                            + " in force by what is decided now."));
        }
        return instant;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}

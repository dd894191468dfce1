package org.occupationalstandards.platform.problem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** The years that somebody may ask about: 0001 to 9999. Java knows many more, and the database does not. */
public final class Years {

    private static final int LAST = 9999;

    /**
     * Reads a day such as 2026-11-22.
     *
     * @throws DateTimeException when it is none, or lies in another year
     */
    public static LocalDate day(String text) {
        return within(LocalDate.parse(text));
    }

    /**
     * The same time.
     *
     * @throws DateTimeException when it lies in another year
     */
    public static <T extends TemporalAccessor> T within(T time) {
        int year = time.get(ChronoField.YEAR);
        if (year < 1 || year > LAST) {
            throw new DateTimeException("Expected a year from 0001 to 9999, got " + year);
        }
        return time;
    }

    private Years() {}
}

package org.occupationalstandards.standards.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Days as British publications write them: 7 November 2017, 07/11/2017, 2017-11-07 (with or without a time of day). */
final class UkDates {

    private static final List<DateTimeFormatter> FORMS = List.of(
            form("d MMMM uuuu"),
            form("d MMM uuuu"),
            form("d/M/uuuu"),
            form("uuuu-MM-dd"),
            form("uuuu-MM-dd['T'HH:mm[:ss][.SSS][.SS][.S][X]]"));

    static Optional<LocalDate> read(String written) {
        for (DateTimeFormatter each : FORMS) {
            try {
                return Optional.of(LocalDate.parse(written, each));
            } catch (DateTimeException anotherForm) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private UkDates() {}
}

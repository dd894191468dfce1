package org.occupationalstandards.standards.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads a CSV of occupations ({@code text/csv}): facts only, a row for each.
 *
 * <p>Columns are known by name, in any order and whatever their case and punctuation. Reference, title, level and route
 * have to be there; without one of them the file is refused with all that are missing named. A column that nobody knows
 * is refused by itself, by name, and the rows are read without it: nothing of what was sent is passed over in silence.
 */
public final class OccupationsCsv implements StandardsReader {

    /** The columns, by the names that they have in published files. */
    enum Column {
        REFERENCE("reference", true, "OCC and four digits, each but once in the file"),
        APPRENTICESHIP("apprenticeship", false, "code of the apprenticeship: ST, FA or AU and four digits"),
        TITLE("title", true, "of the occupation"),
        LEVEL("level", true, "2 to 7"),
        ROUTE("route", true, "name of the route, also a former one"),
        PATHWAY("pathway", false, "below the route"),
        CLUSTER("cluster", false, "below the pathway"),
        STATUS_2018("status2018", false, "status as published in 2018, such as “Approved for delivery”"),
        APPROVED("approved", false, "day of approval, such as 7 November 2017"),
        STATUS_2026("status2026", false, "status as published in 2026, which counts before that of 2018"),
        LARS_CODE("larsCode", false, "of the apprenticeship"),
        MAXIMUM_FUNDING("maximumFunding", false, "in whole pounds"),
        TYPICAL_DURATION_MONTHS("typicalDurationMonths", false, "of the apprenticeship"),
        /** How many employers took part: a number without names, so it is checked and not kept. */
        EMPLOYERS("employers", false, "how many took part: checked, and not kept");

        private final String title;
        private final boolean required;
        private final String says;

        Column(String title, boolean required, String says) {
            this.title = title;
            this.required = required;
            this.says = says;
        }

        String title() {
            return title;
        }
    }

    private static final Map<String, Column> BY_NAME = byName();

    @Override
    public void read(InputStream file, Consumer<ImportRecord> records) throws IOException {
        read(PlainText.decode(file.readAllBytes()), records);
    }

    /** The columns as a list in Markdown: each with what is in it, and whether a file has to have it. */
    public static String describe() {
        return Arrays.stream(Column.values())
                .map(each -> "- `%s`%s: %s".formatted(each.title(), each.required ? " (needed)" : "", each.says))
                .collect(Collectors.joining("\n"));
    }

    /** Reads every row and hands over what it came to. */
    public static void read(String csv, Consumer<ImportRecord> records) {
        Map<String, String> holders = larsCodesOf2026(csv);
        Map<String, Integer> references = new HashMap<>();
        Reading reading = new Reading(
                records,
                (row, cells, columns) -> records.accept(CsvOccupation.read(row, cells, columns, references, holders)));
        CsvRows.read(csv, reading::take);
        reading.finish();
    }

    /**
     * Which reference has each LARS code by the later status. A standard that was published anew under another reference
     * took its code along: the row that tells of 2018 only has it no more.
     */
    private static Map<String, String> larsCodesOf2026(String csv) {
        Map<String, String> holders = new HashMap<>();
        Reading reading = new Reading(record -> {}, (row, cells, columns) -> {
            String code = cells.getOrDefault(Column.LARS_CODE, "");
            if (!code.isEmpty() && !cells.getOrDefault(Column.STATUS_2026, "").isEmpty()) {
                holders.putIfAbsent(code, cells.getOrDefault(Column.REFERENCE, ""));
            }
        });
        CsvRows.read(csv, reading::take);
        return holders;
    }

    /** What is made of a row that can be read. */
    private interface Rows {
        void take(CsvRows.Row row, Map<Column, String> cells, int columns);
    }

    private static Map<String, Column> byName() {
        Map<String, Column> columns = new HashMap<>();
        for (Column each : Column.values()) {
            columns.put(folded(each.title), each);
        }
        return Map.copyOf(columns);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static final class Reading {

        private final Consumer<ImportRecord> records;
        private final Rows rows;
        private final List<Optional<Column>> header = new ArrayList<>();
        private boolean begun;
        private boolean refused;

        Reading(Consumer<ImportRecord> records, Rows rows) {
            this.records = records;
            this.rows = rows;
        }

        void take(CsvRows.Row row) {
            if (refused || row.blank()) {
                return;
            }
            if (!begun) {
                begun = true;
                readHeader(row);
            } else if (row.unreadable().isEmpty()) {
                rows.take(row, cells(row), header.size());
            } else {
                refuse("line " + row.line(), List.of(new ImportProblem(row.line(), "row", row.unreadable())));
            }
        }

        void finish() {
            if (!begun) {
                refuse("file", List.of(new ImportProblem(0, "file", "The file is empty")));
            }
        }

        private void readHeader(CsvRows.Row row) {
            Problems unknown = new Problems();
            Problems fatal = new Problems();
            if (!row.unreadable().isEmpty()) {
                fatal.add(row.line(), "header", row.unreadable());
            }
            for (String name : row.cells()) {
                Optional<Column> column = Optional.ofNullable(BY_NAME.get(folded(name)));
                if (column.isEmpty() && !name.isEmpty()) {
                    unknown.add(row.line(), "header", "There is no column " + PlainText.quoted(name));
                } else if (column.isPresent() && header.contains(column)) {
                    fatal.add(row.line(), "header", "The column " + PlainText.quoted(name) + " is there twice");
                }
                header.add(column);
            }
            for (Column each : Column.values()) {
                if (each.required && !header.contains(Optional.of(each))) {
                    fatal.add(row.line(), "header", "The column " + PlainText.quoted(each.title()) + " is missing");
                }
            }
            refused = !fatal.none();
            if (refused) {
                fatal.addAll(unknown);
                refuse("file", fatal.inOrder());
            } else if (!unknown.none()) {
                refuse("header", unknown.inOrder());
            }
        }

        private Map<Column, String> cells(CsvRows.Row row) {
            Map<Column, String> cells = new EnumMap<>(Column.class);
            for (int i = 0; i < Math.min(header.size(), row.cells().size()); i++) {
                String cell = row.cells().get(i);
                header.get(i).ifPresent(column -> cells.put(column, cell));
            }
            return cells;
        }

        private void refuse(String record, List<ImportProblem> problems) {
            records.accept(new ImportRecord.Refused(record, problems));
        }
    }
}

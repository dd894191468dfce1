package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.standards.importing.OccupationsCsv.Column;

/**
 * One row of the CSV of occupations.
 *
 * <p>Of the two statuses the later one (2026) counts where it is given, else the earlier one (2018). Where both are blank
 * nothing is known but that somebody listed the occupation: it is a potential one. An approved standard is taken over as
 * version 1.0, approved on the day that the row gives; when it came into force the rows do not tell, and nothing is made
 * up. The apprenticeship becomes a product of the standard, unless it never came to be.
 */
final class CsvOccupation {

    private final CsvRows.Row row;
    private final Map<Column, String> cells;
    private final Problems problems = new Problems();
    private final List<String> notes = new ArrayList<>();

    private final Map<String, String> holders;

    private CsvOccupation(CsvRows.Row row, Map<Column, String> cells, Map<String, String> holders) {
        this.row = row;
        this.cells = cells;
        this.holders = holders;
    }

    /**
     * Reads one row.
     *
     * @param references of the rows above, with their lines; this row's is added
     * @param holders reference that has a LARS code by the later status, by that code
     */
    static ImportRecord read(
            CsvRows.Row row,
            Map<Column, String> cells,
            int columns,
            Map<String, Integer> references,
            Map<String, String> holders) {
        CsvOccupation occupation = new CsvOccupation(row, cells, holders);
        occupation.width(columns);
        return occupation.read(references);
    }

    private void width(int columns) {
        int cellCount = row.cells().size();
        boolean onlyBlankOnesMore = cellCount > columns
                && row.cells().subList(columns, cellCount).stream().allMatch(String::isEmpty);
        if (cellCount != columns && !onlyBlankOnesMore) {
            problems.add(row.line(), "row", "The row has " + cellCount + " cells, the header " + columns);
        }
    }

    private ImportRecord read(Map<String, Integer> references) {
        String reference = FieldRules.reference(cell(Column.REFERENCE), row.line(), problems);
        String name = reference == null ? "line " + row.line() : reference;
        if (reference != null) {
            Integer before = references.putIfAbsent(reference, row.line());
            if (before != null) {
                problem(Column.REFERENCE, reference + " is the reference of line " + before + " too");
            }
        }
        String title = FieldRules.title(cell(Column.TITLE), row.line(), problems);
        Integer level = FieldRules.level(cell(Column.LEVEL), row.line(), problems);
        Route route = FieldRules.route(cell(Column.ROUTE), row.line(), problems);
        String pathway = text(Column.PATHWAY);
        String cluster = text(Column.CLUSTER);
        OutsideStatus status = status();
        LocalDate approved = approved();
        List<Product> products = products(status, level);
        number(Column.EMPLOYERS, 0, 10_000, "The number of employers");
        if (!problems.none() || reference == null || title == null || level == null || route == null) {
            return new ImportRecord.Refused(name, problems.inOrder());
        }
        if (approved != null && status.standard() != Status.APPROVED) {
            notes.add("The day of approval, " + approved + ", is left out: the standard is not approved");
            approved = null;
        }
        return new ImportRecord.Accepted(
                name, facts(reference, title, level, route, pathway, cluster, status, approved, products), notes);
    }

    private static ImportedStandard facts(
            String reference,
            String title,
            int level,
            Route route,
            @Nullable String pathway,
            @Nullable String cluster,
            OutsideStatus status,
            @Nullable LocalDate approved,
            List<Product> products) {
        return new ImportedStandard(
                reference,
                title,
                status.standard(),
                ImportedStandard.versionFor(status.standard()),
                level,
                route,
                pathway,
                cluster,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                products,
                List.of(),
                null,
                List.of(),
                approved,
                null,
                null);
    }

    private OutsideStatus status() {
        OutsideStatus early = status(Column.STATUS_2018);
        OutsideStatus late = status(Column.STATUS_2026);
        return late != null ? late : early != null ? early : OutsideStatus.UNKNOWN;
    }

    private @Nullable OutsideStatus status(Column column) {
        String published = cell(column);
        if (published.isEmpty()) {
            return null;
        }
        OutsideStatus status = OutsideStatus.of(published);
        if (status == null) {
            problem(column, quoted(published) + " is not a status");
        }
        return status;
    }

    private @Nullable LocalDate approved() {
        String written = cell(Column.APPROVED);
        LocalDate day = UkDates.read(written).orElse(null);
        if (day == null && !written.isEmpty()) {
            problem(Column.APPROVED, "A day is written like 7 November 2017, not " + quoted(written));
        }
        return day;
    }

    private List<Product> products(OutsideStatus status, @Nullable Integer level) {
        String written = cell(Column.APPRENTICESHIP);
        Integer larsCode = number(Column.LARS_CODE, 1, 99_999, "A LARS code");
        Integer funding = number(Column.MAXIMUM_FUNDING, 0, 100_000, "The maximum funding");
        Integer months = number(Column.TYPICAL_DURATION_MONTHS, 1, 120, "The duration in months");
        if (written.isEmpty()) {
            return List.of();
        }
        String code = FieldRules.apprenticeship(written, row.line(), Column.APPRENTICESHIP.title(), problems);
        if (code == null || status.apprenticeship() == null) {
            return List.of();
        }
        return List.of(new Product(
                ProductType.APPRENTICESHIP,
                code,
                stillHeld(larsCode),
                null,
                status.apprenticeship(),
                level,
                months,
                funding,
                false,
                false,
                false));
    }

    /** Nothing where another row has the code by the later status, and this one tells of the earlier one only. */
    private @Nullable Integer stillHeld(@Nullable Integer larsCode) {
        String holder = holders.get(cell(Column.LARS_CODE));
        if (larsCode == null
                || holder == null
                || holder.equals(cell(Column.REFERENCE))
                || !cell(Column.STATUS_2026).isEmpty()) {
            return larsCode;
        }
        notes.add("The LARS code, " + larsCode + ", is left out: in 2026 it is that of " + holder);
        return null;
    }

    private @Nullable Integer number(Column column, int from, int to, String what) {
        String written = cell(column).replace(",", "");
        return written.isEmpty()
                ? null
                : FieldRules.wholeNumber(written, from, to, what, row.line(), column.title(), problems);
    }

    private @Nullable String text(Column column) {
        String text = cell(column);
        return text.isEmpty()
                ? null
                : FieldRules.upTo(FieldRules.LIMITS.title(), text, row.line(), column.title(), problems);
    }

    private String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    private void problem(Column column, String message) {
        problems.add(row.line(), column.title(), message);
    }
}

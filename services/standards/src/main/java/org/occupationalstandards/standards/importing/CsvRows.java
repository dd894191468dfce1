package org.occupationalstandards.standards.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** The rows of a CSV text. A row that cannot be read is reported, and reading goes on with the line below its first. */
final class CsvRows {

    /**
     * One row.
     *
     * @param line on which it begins
     * @param cells cleaned
     * @param unreadable what is wrong with its form, empty for a good row
     */
    record Row(int line, List<String> cells, String unreadable) {
        boolean blank() {
            return unreadable.isEmpty() && cells.stream().allMatch(String::isEmpty);
        }
    }

    /** Beyond this a file is not a CSV with mistakes, but something else. */
    private static final int MOST_UNREADABLE = 100;

    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .build();

    static void read(String text, Consumer<Row> rows) {
        int from = 0;
        int line = 1;
        for (int unreadable = 0; from >= 0 && unreadable < MOST_UNREADABLE; unreadable++) {
            int failed = readUntilFailure(text.substring(from), line, rows);
            if (failed < 0) {
                return;
            }
            from = startOfLine(failed + 1, line, from, text);
            line = failed + 1;
        }
        if (from >= 0) {
            rows.accept(new Row(line, List.of(), "Too many rows could not be read; the rest was left alone"));
        }
    }

    /** Answers the line of the row that could not be read, -1 where all could. */
    private static int readUntilFailure(String text, int firstLine, Consumer<Row> rows) {
        List<String> cells = new ArrayList<>();
        int begins = 1;
        try (JsonParser parser = CSV.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case VALUE_STRING -> {
                        if (cells.isEmpty()) {
                            begins = parser.currentTokenLocation().getLineNr();
                        }
                        cells.add(PlainText.line(parser.getString()));
                    }
                    case END_ARRAY -> {
                        if (!cells.isEmpty()) {
                            rows.accept(new Row(firstLine + begins - 1, List.copyOf(cells), ""));
                            cells.clear();
                        }
                        begins = Math.max(1, parser.currentLocation().getLineNr());
                    }
                    default -> {}
                }
            }
            return -1;
        } catch (JacksonException unreadable) {
            int line = firstLine + begins - 1;
            rows.accept(new Row(line, List.of(), "The row cannot be read: " + unreadable.getOriginalMessage()));
            return line;
        }
    }

    private static int startOfLine(int wanted, int line, int from, String text) {
        int at = from;
        for (int i = line; i < wanted; i++) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            if (end >= text.length()) {
                return -1;
            }
            boolean two = text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
            at = end + (two ? 2 : 1);
        }
        return at < text.length() ? at : -1;
    }

    private CsvRows() {}
}

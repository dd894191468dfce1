package org.occupationalstandards.catalogue.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.ProductType;

/** Facts, one occupation a line (RFC 4180), names of columns first; several values in one field are parted by "; ". */
final class CsvFile implements BulkWriter {

    private static final String PARTED_BY = "; ";

    private static final Map<String, Function<Occupation, @Nullable Object>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("reference", Occupation::reference);
        COLUMNS.put("title", Occupation::title);
        COLUMNS.put("status", each -> each.status().wireName());
        COLUMNS.put("version", Occupation::version);
        COLUMNS.put("level", Occupation::level);
        COLUMNS.put("tier", each -> each.tier().wireName());
        COLUMNS.put("route_id", each -> each.route().id());
        COLUMNS.put("route", each -> each.route().name());
        COLUMNS.put("pathway", Occupation::pathway);
        COLUMNS.put("cluster", Occupation::cluster);
        COLUMNS.put(
                "soc2020",
                each -> each.soc2020() == null ? null : each.soc2020().code());
        COLUMNS.put("median_salary", Occupation::medianSalary);
        COLUMNS.put("green", each -> each.green().wireName());
        COLUMNS.put("without_apprenticeship", Occupation::withoutApprenticeship);
        COLUMNS.put("apprenticeship_codes", each -> codes(each, ProductType.APPRENTICESHIP));
        COLUMNS.put("lars_codes", CsvFile::larsCodes);
        COLUMNS.put("t_levels", each -> codes(each, ProductType.T_LEVEL));
        COLUMNS.put("technical_qualifications", each -> codes(each, ProductType.TECHNICAL_QUALIFICATION));
        COLUMNS.put("higher_technical_qualifications", each -> codes(each, ProductType.HIGHER_TECHNICAL_QUALIFICATION));
        COLUMNS.put("typical_job_titles", each -> String.join(PARTED_BY, each.typicalJobTitles()));
        COLUMNS.put("keywords", each -> String.join(PARTED_BY, each.keywords()));
        COLUMNS.put("proposal_approved_on", Occupation::proposalApprovedOn);
        COLUMNS.put("approved_on", Occupation::approvedOn);
        COLUMNS.put("effective_from", Occupation::effectiveFrom);
        COLUMNS.put("effective_to", Occupation::effectiveTo);
        COLUMNS.put("replaced_by", Occupation::replacedBy);
        COLUMNS.put("last_changed", Occupation::lastChanged);
        COLUMNS.put("sequence", Occupation::sequence);
    }

    private final Writer writer;

    private CsvFile(Writer writer) {
        this.writer = writer;
    }

    static BulkWriter begin(OutputStream stream) throws IOException {
        CsvFile file = new CsvFile(new BufferedWriter(new OutputStreamWriter(stream, UTF_8)));
        file.line(List.copyOf(COLUMNS.keySet()));
        return file;
    }

    @Override
    public void write(Occupation occupation) throws IOException {
        line(COLUMNS.values().stream().map(each -> text(each.apply(occupation))).toList());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void line(List<String> values) throws IOException {
        writer.write(values.stream().map(CsvFile::field).collect(Collectors.joining(",")));
        writer.write("\r\n");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /**
     * Quoted where it has to be. A text that a spreadsheet would take for a formula gets an apostrophe before it: titles are
     * typed by people outside.
     */
    private static String field(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted =
                safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0 || safe.indexOf('\n') >= 0 || safe.indexOf('\r') >= 0;
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String codes(Occupation occupation, ProductType type) {
        return occupation.products().stream()
                .filter(each -> each.type() == type)
                .map(Product::code)
                .collect(Collectors.joining(PARTED_BY));
    }

    private static String larsCodes(Occupation occupation) {
        return occupation.products().stream()
                .map(Product::larsCode)
                .filter(code -> code != null)
                .map(String::valueOf)
                .collect(Collectors.joining(PARTED_BY));
    }
}

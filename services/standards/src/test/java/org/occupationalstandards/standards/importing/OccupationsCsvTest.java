package org.occupationalstandards.standards.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.ProductStatus;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.Status;

class OccupationsCsvTest {

    private static final String FACTS = DataFiles.example("occupations.csv");

    @Test
    void readsEveryOccupationOfFactAndRefusesTheImpossibleOne() {
        List<ImportRecord> records = read(FACTS);

        assertThat(records).hasSize(685);
        assertThat(refusals(records)).singleElement().satisfies(refusal -> {
            assertThat(refusal.record()).isEqualTo("OCC0381");
            assertThat(refusal.problems())
                    .containsExactly(new ImportProblem(294, "level", "The level is 2 to 7, not “0”"));
        });
        assertThat(standards(records).collect(Collectors.groupingBy(ImportedStandard::status, Collectors.counting())))
                .isEqualTo(Map.of(Status.APPROVED, 504L, Status.IN_DEVELOPMENT, 177L, Status.POTENTIAL, 3L));
    }

    @Test
    void formerRouteNamesLeadToTodaysRoutes() {
        assertThat(standard("OCC0551").route().id()).isEqualTo(4);
        assertThat(standard("OCC0477").route().id()).isEqualTo(4);
        assertThat(standard("OCC0494").route().id()).isEqualTo(14);
        assertThat(standard("OCC0022").route().id()).isEqualTo(5);
    }

    @Test
    void anApprovedOccupationComesWithItsDayOfApprovalAndItsApprenticeship() {
        ImportedStandard standard = standard("OCC0001");

        assertThat(standard.title()).isEqualTo("Accountancy / taxation professional");
        assertThat(standard.version()).isEqualTo("1.0");
        assertThat(standard.approvedOn()).isEqualTo(LocalDate.of(2017, 11, 7));
        assertThat(standard.effectiveFrom()).as("not told, so not made up").isNull();
        assertThat(standard.pathway()).isEqualTo("Accountancy");
        assertThat(standard.cluster()).isEqualTo("Professional Accountant");
        assertThat(standard.products())
                .containsExactly(new Product(
                        ProductType.APPRENTICESHIP,
                        "ST0001",
                        204,
                        null,
                        ProductStatus.APPROVED_FOR_DELIVERY,
                        7,
                        36,
                        21000,
                        false,
                        false,
                        false));
    }

    @ParameterizedTest(name = "2018 {0}, 2026 {1}")
    @CsvSource({
        "Approved for delivery, '', APPROVED, APPROVED_FOR_DELIVERY, 1.0",
        "Approved for delivery, ApprovedForDelivery, APPROVED, APPROVED_FOR_DELIVERY, 1.0",
        "Approved for delivery, ApprovedForDelivery-Paused, APPROVED, STARTS_PAUSED, 1.0",
        "In development, ApprovedForDelivery, APPROVED, APPROVED_FOR_DELIVERY, 1.0",
        "Approved for delivery, InDevelopment, IN_DEVELOPMENT, IN_DEVELOPMENT, 0.0",
        "In development, '', IN_DEVELOPMENT, IN_DEVELOPMENT, 0.0",
        "'', InDevelopment, IN_DEVELOPMENT, IN_DEVELOPMENT, 0.0",
        "Decommissioned, '', POTENTIAL, , 0.0",
        "'', '', POTENTIAL, , 0.0",
    })
    void theLaterStatusCounts(String early, String late, Status status, ProductStatus product, String version) {
        ImportedStandard standard = ((ImportRecord.Accepted) read(row(Map.of("status2018", early, "status2026", late)))
                        .getFirst())
                .standard();

        assertThat(standard.status()).isEqualTo(status);
        assertThat(standard.version()).isEqualTo(version);
        assertThat(standard.products())
                .extracting(Product::status)
                .isEqualTo(product == null ? List.of() : List.of(product));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "level;9;The level is 2 to 7, not “9”",
                "level;three;The level is 2 to 7, not “three”",
                "level;'';The level is missing: 2 to 7",
                "route;Healing;“Healing” is not one of the 15 routes",
                "route;'';The route is missing",
                "reference;OCC12;The reference is OCC and four digits (an option adds a letter), not “OCC12”",
                "reference;'';The reference is missing: OCC and four digits",
                "title;'';The title is missing",
                "apprenticeship;XX0001;An apprenticeship code is ST, FA or AU and four digits, not “XX0001”",
                "status2018;Forgotten;“Forgotten” is not a status",
                "status2026;Forgotten;“Forgotten” is not a status",
                "approved;31 February 2017;A day is written like 7 November 2017, not “31 February 2017”",
                "approved;soon;A day is written like 7 November 2017, not “soon”",
                "larsCode;-1;A LARS code is a whole number from 1 to 99999, not “-1”",
                "maximumFunding;lots;The maximum funding is a whole number from 0 to 100000, not “lots”",
                "typicalDurationMonths;1.5;The duration in months is a whole number from 1 to 120, not “1.5”",
                "employers;many;The number of employers is a whole number from 0 to 10000, not “many”",
            })
    void aWrongCellIsNamed(String column, String value, String message) {
        assertThat(refusals(read(row(Map.of(column, value)))))
                .singleElement()
                .satisfies(refusal ->
                        assertThat(refusal.problems()).containsExactly(new ImportProblem(2, column, message)));
    }

    @Test
    void allThatIsWrongWithARowIsToldAtOnceAndTheOthersAreRead() {
        List<ImportRecord> records = read(row(Map.of()) + "OCC0002,ST0002,,9,Nowhere,,,Lost,,,x,,,\n"
                + "OCC0003,ST0003,Another,2,Digital,,,,,,,,,\n");

        assertThat(records).hasSize(3);
        assertThat(refusals(records)).singleElement().satisfies(refusal -> {
            assertThat(refusal.record()).isEqualTo("OCC0002");
            assertThat(refusal.problems())
                    .extracting(ImportProblem::part)
                    .containsExactly("title", "level", "route", "status2018", "larsCode");
            assertThat(refusal.problems()).extracting(ImportProblem::line).containsOnly(3);
        });
    }

    @Test
    void theSecondRowOfTheSameReferenceIsRefused() {
        List<ImportRecord> records = read(row(Map.of()) + "OCC0001,ST0002,Another,2,Digital,,,,,,,,,\n");

        assertThat(records.getFirst()).isInstanceOf(ImportRecord.Accepted.class);
        assertThat(refusals(records))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.problems())
                        .containsExactly(new ImportProblem(3, "reference", "OCC0001 is the reference of line 2 too")));
    }

    @Test
    void missingColumnsAreAllNamedAndNothingIsRead() {
        List<ImportRecord> records = read("reference,titel,level\nOCC0001,x,2\n");

        assertThat(records).hasSize(1);
        assertThat(refusals(records).getFirst().problems())
                .extracting(ImportProblem::message)
                .containsExactly(
                        "The column “title” is missing", "The column “route” is missing", "There is no column “titel”");
    }

    @Test
    void anUnknownColumnIsNamedAndTheRowsAreReadWithoutIt() {
        List<ImportRecord> records = read("Reference,TITLE,level,colour,route\nOCC0001,x,2,red,Digital\n");

        assertThat(standards(records))
                .singleElement()
                .satisfies(standard -> assertThat(standard.route().id()).isEqualTo(7));
        assertThat(refusals(records))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(ImportProblem::message)
                        .containsExactly("There is no column “colour”"));
    }

    @Test
    void aRowThatIsNoRowStopsNothing() {
        List<ImportRecord> records = read("reference,title,level,route\r\n"
                + "OCC0001,\"two\r\nlines\",2,Digital\r\n"
                + "OCC0002,\"x\"y,2,Digital\r\n"
                + "OCC0003,z,2\r\n"
                + "\r\n"
                + "OCC0004,z,2,Digital,\r\n"
                + "OCC0005,\"open,2,Digital\r\n"
                + "OCC0006,z,2,Digital");

        assertThat(standards(records).map(ImportedStandard::reference))
                .containsExactly("OCC0001", "OCC0004", "OCC0006");
        assertThat(refusals(records).stream().flatMap(each -> each.problems().stream()))
                .extracting(ImportProblem::line)
                .as("the row of line 5 has too few cells, so it has no route either")
                .containsExactly(4, 5, 5, 8);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(refusals(read("\n \n")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.record()).isEqualTo("file"));
    }

    private static String row(Map<String, String> different) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (OccupationsCsv.Column each : OccupationsCsv.Column.values()) {
            cells.put(each.title(), "");
        }
        cells.putAll(Map.of(
                "reference", "OCC0001", "apprenticeship", "ST0001", "title", "T", "level", "3", "route", "Digital"));
        cells.putAll(different);
        return String.join(",", cells.keySet()) + "\n" + String.join(",", cells.values()) + "\n";
    }

    private static ImportedStandard standard(String reference) {
        return standards(read(FACTS))
                .filter(each -> each.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static List<ImportRecord> read(String csv) {
        List<ImportRecord> records = new ArrayList<>();
        OccupationsCsv.read(csv, records::add);
        return records;
    }

    private static Stream<ImportedStandard> standards(List<ImportRecord> records) {
        return records.stream()
                .filter(ImportRecord.Accepted.class::isInstance)
                .map(each -> ((ImportRecord.Accepted) each).standard());
    }

    private static List<ImportRecord.Refused> refusals(List<ImportRecord> records) {
        return records.stream()
                .filter(ImportRecord.Refused.class::isInstance)
                .map(ImportRecord.Refused.class::cast)
                .toList();
    }
}

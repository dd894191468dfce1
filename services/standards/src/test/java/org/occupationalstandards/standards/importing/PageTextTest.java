package org.occupationalstandards.standards.importing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.occupationalstandards.contracts.Duty;
import org.occupationalstandards.contracts.Soc2020;
import org.occupationalstandards.contracts.Statement;
import org.occupationalstandards.contracts.Status;

class PageTextTest {

    private static final String PAGE = DataFiles.example("OCC0218.txt");

    @Test
    void readsEveryPartOfTheWorkedExample() {
        ImportedStandard standard = accepted(PAGE);

        assertThat(standard.reference()).isEqualTo("OCC0218");
        assertThat(standard.title()).isEqualTo("Healthcare science assistant");
        assertThat(standard.status()).isEqualTo(Status.APPROVED);
        assertThat(standard.version()).isEqualTo("1.0");
        assertThat(standard.level()).isEqualTo(2);
        assertThat(standard.route().id()).isEqualTo(10);
        assertThat(standard.overview())
                .startsWith("Carrying out routine technical and scientific procedures")
                .endsWith("for a wide range of people.");
        assertThat(standard.medianSalary()).isEqualTo(34605);
        assertThat(standard.soc2020())
                .isEqualTo(new Soc2020(
                        "3119",
                        "Science, engineering and production technicians n.e.c.",
                        List.of(new Soc2020.SubUnitGroup(
                                "3119/99", "Science, engineering and production technicians n.e.c."))));
        assertThat(standard.employers())
                .hasSize(21)
                .startsWith("Moorfields Eye Hospital NHS Foundation Trust")
                .endsWith("Leeds Teaching Hospitals Trust.");
        assertThat(requireNonNull(standard.summary()).split("\n\n"))
                .hasSize(11)
                .allSatisfy(paragraph -> assertThat(paragraph).endsWith("."));
        assertThat(standard.typicalJobTitles()).containsExactly("Healthcare science assistant");
        assertThat(standard.keywords())
                .containsExactly("Care", "Hcsa", "Healthcare", "Medical", "Medicine", "Research", "Science");
    }

    @Test
    void readsStatementsAndDutiesInOrderWithTheirLabels() {
        ImportedStandard standard = accepted(PAGE);

        assertThat(standard.knowledge()).extracting(Statement::label).containsExactlyElementsOf(labels("K", 35));
        assertThat(standard.skills()).extracting(Statement::label).containsExactlyElementsOf(labels("S", 35));
        assertThat(standard.behaviours()).extracting(Statement::label).containsExactlyElementsOf(labels("B", 6));
        assertThat(standard.duties()).extracting(Duty::label).containsExactlyElementsOf(labels("D", 10));
        assertThat(standard.knowledge().get(22).text())
                .isEqualTo("The meaning and implications of ‘risk’ and ‘risk assessment’.");
        assertThat(standard.behaviours().getLast().text())
                .isEqualTo(
                        "Committed to working to the standards of good practice for the Healthcare science professions.");
        assertThat(standard.duties().getLast().text()).isEqualTo("Maintain and develop own competence.");
        assertThat(standard.duties()).allSatisfy(duty -> assertThat(duty.core()).isTrue());
    }

    @Test
    void theSamePageGivesTheSameIds() {
        assertThat(accepted(PAGE)).isEqualTo(accepted(PAGE));
        assertThat(Stream.of(
                                accepted(PAGE).knowledge().stream().map(Statement::id),
                                accepted(PAGE).skills().stream().map(Statement::id),
                                accepted(PAGE).behaviours().stream().map(Statement::id),
                                accepted(PAGE).duties().stream().map(Duty::id))
                        .flatMap(each -> each))
                .doesNotHaveDuplicates()
                .hasSize(86);
        assertThat(StableIds.of("OCC0218", "K", 1)).hasToString("1bb1164f-106b-5744-af5b-f07587213fe2");
    }

    /** Ways in which other pages differ without saying anything else. */
    static Stream<Arguments> sameInOtherClothes() {
        return Stream.of(
                Arguments.of("Windows line ends", PAGE.replace("\n", "\r\n")),
                Arguments.of("old Mac line ends", PAGE.replace("\n", "\r")),
                Arguments.of("byte order mark", "\uFEFF" + PAGE),
                Arguments.of("no-break spaces and tabs", PAGE.replace(" ", " \u00A0\t")),
                Arguments.of("space around every line", PAGE.replace("\n", "  \n   ")),
                Arguments.of("dash in the level", PAGE.replace("Level 2 - ", "Level 2 – ")),
                Arguments.of("level without its tier", PAGE.replace("Level 2 - Technical Occupation", "Level 2")),
                Arguments.of("dash before the sub unit group", PAGE.replace("  • 3119/99", "- 3119/99")),
                Arguments.of("no bullet before the sub unit group", PAGE.replace("  • 3119/99", "3119/99")),
                Arguments.of("status without its icon", PAGE.replace("assignment_turned_inApproved", "Approved")),
                Arguments.of("space after the icon", PAGE.replace("turned_inApproved", "turned_in Approved")),
                Arguments.of(
                        "capital headings",
                        PAGE.replace("Summary\n", "SUMMARY\n").replace("Duties\n", "DUTIES\n")),
                Arguments.of("no legend", PAGE.substring(PAGE.indexOf("home Health"))),
                Arguments.of(
                        "no legend and no breadcrumb", PAGE.substring(PAGE.indexOf("Healthcare science assistant"))),
                Arguments.of("no afterword", PAGE.substring(0, PAGE.indexOf("Occupational Progression\n\nThis"))),
                Arguments.of("former name of the heading", PAGE.replace("behaviours (KSBs)", "behaviours")),
                Arguments.of(
                        "headings of the kinds",
                        PAGE.replace("\nS1:", "\nSkills\n\nS1:").replace("\nB1:", "\nBehaviours:\nB1:")),
                Arguments.of("labels with zeros", PAGE.replaceAll("\n([KSB])(\\d):", "\n$10$2:")),
                Arguments.of("labels with a stop", PAGE.replaceAll("\n([KSB]\\d+):", "\n$1.")),
                Arguments.of("labels with nothing but a space", PAGE.replaceAll("\n([KSB]\\d+):", "\n$1")),
                Arguments.of("links back to duties", PAGE.replaceAll("\n([KSB]\\d+: .*)", "\n$1 Back to Duty")),
                Arguments.of("duties without the letter", PAGE.replaceAll("Duty D(\\d+)", "Duty $1")),
                Arguments.of("duties on one line", PAGE.replaceAll("Duty D(\\d+)\n\n", "Duty D$1: ")),
                Arguments.of("facts below their names", PAGE.replace("Reference: OCC", "Reference:\nOCC")),
                Arguments.of("titles on one line", PAGE.replace("include:\n\n", "include: ")),
                Arguments.of(
                        "keywords on one line",
                        PAGE.replaceAll(
                                "(?s)Keywords:.*?Knowledge, skills",
                                "Keywords: Care, Hcsa, Healthcare, Medical, Medicine, Research, Science\n\nKnowledge, skills")),
                Arguments.of("salary in another form", PAGE.replace("£34,605 per year", "34605")),
                Arguments.of(
                        "employers one a line",
                        PAGE.replaceAll(
                                "(?m)^Moorfields.*$",
                                String.join("\n", accepted(PAGE).employers()))),
                Arguments.of("the second list of employers shorter", withoutSecondEmployer()));
    }

    private static String withoutSecondEmployer() {
        int second = PAGE.lastIndexOf(", STERIS Instrument Management Services");
        return PAGE.substring(0, second) + PAGE.substring(second + ", STERIS Instrument Management Services".length());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameInOtherClothes")
    void readsTheSameFromThePageInOtherClothes(String what, String page) {
        assertThat(page).isNotEqualTo(PAGE);
        assertThat(accepted(page)).isEqualTo(accepted(PAGE));
    }

    @Test
    void readsBytesOfAnyUsualEncoding() {
        for (Charset each : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"))) {
            assertThat(PageText.read(PlainText.decode(PAGE.getBytes(each))))
                    .as(each.name())
                    .isEqualTo(PageText.read(PAGE));
        }
    }

    @Test
    void sectionsThatNotEveryPageHasMayBeAbsent() {
        ImportedStandard standard = accepted(PAGE.replaceAll("Average .*\n", "")
                .replaceAll("SOC 2020 code.*\n", "")
                .replaceAll("(?s)SOC 2020 sub unit groups.*?Employers", "Employers")
                .replaceAll("(?s)Keywords:.*?Knowledge, skills", "Knowledge, skills"));

        assertThat(standard.medianSalary()).isNull();
        assertThat(standard.soc2020()).isNull();
        assertThat(standard.keywords()).isEmpty();
        assertThat(standard.employers()).hasSize(21);
    }

    @Test
    void anEmployerThatOnlyTheSecondListNamesIsKept() {
        int second = PAGE.lastIndexOf("Leeds Teaching Hospitals Trust.");
        String page = PAGE.substring(0, second) + "Another Hospital, " + PAGE.substring(second);

        assertThat(accepted(page).employers()).hasSize(22).endsWith("Another Hospital");
    }

    @Test
    void aPotentialOccupationMayBeNearlyEmpty() {
        ImportedStandard standard = accepted("""
                home Digital

                Data gardener

                Digital

                Level 4 - Higher Technical Occupation

                Reference: OCC9001

                Status: Potential occupation
                """);

        assertThat(standard.status()).isEqualTo(Status.POTENTIAL);
        assertThat(standard.version()).isEqualTo("0.0");
        assertThat(standard.overview()).isNull();
    }

    @Test
    void readsDutiesWithParagraphsCriteriaStatementsAndOptions() {
        ImportedStandard standard =
                accepted(PAGE.replace("Carry out stock control of healthcare science equipment and consumables.", """
                Carry out stock control.

                Of equipment and consumables.

                Option: Stores, Theatre

                Criteria for measuring performance

                Nothing runs out
                • Nothing is wasted

                Knowledge, skills and behaviours (KSBs)

                K7 S7, B4
                """));

        Duty duty = standard.duties().get(2);
        assertThat(duty.text()).isEqualTo("Carry out stock control.\n\nOf equipment and consumables.");
        assertThat(duty.criteria()).containsExactly("Nothing runs out", "Nothing is wasted");
        assertThat(duty.ksbs())
                .containsExactly(
                        standard.knowledge().get(6).id(),
                        standard.skills().get(6).id(),
                        standard.behaviours().get(3).id());
        assertThat(duty.core()).isFalse();
        assertThat(standard.options()).extracting(option -> option.title()).containsExactly("Stores", "Theatre");
        assertThat(duty.options())
                .containsExactlyElementsOf(
                        standard.options().stream().map(option -> option.id()).toList());
        assertThat(standard.duties()).hasSize(10);
    }

    @Test
    void aStatementGoesOnUntilABlankLine() {
        ImportedStandard standard = accepted(PAGE.replace(
                "K8: The principles of person-centred care.",
                "K8: The principles of:\n- care\n- person-centred care."));

        assertThat(standard.knowledge().get(7).text()).isEqualTo("The principles of:\n• care\n• person-centred care.");
    }

    /** A page changed, the line that has to be named (by the words it begins with), and words of the message. */
    static Stream<Arguments> broken() {
        return Stream.of(
                broken(
                        "no title",
                        PAGE.replaceFirst("(?s)\nHealthcare science assistant\n\nHealthcare science assistant\n", "\n"),
                        "Level 2",
                        "title is missing"),
                broken(
                        "no route",
                        PAGE.replace("\nHealth and science\n\nLevel", "\nLevel"),
                        "Level 2",
                        "route is missing"),
                broken(
                        "unknown route",
                        PAGE.replace("\nHealth and science\n\nLevel", "\nHealing\n\nLevel"),
                        "Healing",
                        "“Healing” is not one of the 15 routes"),
                broken("no level", PAGE.replaceFirst("Level 2 - .*\n", ""), "Reference", "level is missing"),
                broken("level 9", PAGE.replace("Level 2 -", "Level 9 -"), "Level 9", "2 to 7, not “9”"),
                broken(
                        "level in words",
                        PAGE.replace("Level 2 -", "Level two -"),
                        "Level two",
                        "2 to 7, not “Level two"),
                broken("another tier", PAGE.replace("- Technical Occ", "- Professional Occ"), "Level 2", "tier"),
                broken(
                        "no overview",
                        PAGE.replaceFirst("Carrying out routine .*\n", ""),
                        "Reference",
                        "overview is missing"),
                broken(
                        "no reference",
                        PAGE.replaceFirst("Reference:.*\n", ""),
                        "SOC 2020 sub",
                        "“reference: …” is missing"),
                broken("odd reference", PAGE.replace("OCC0218", "OC218"), "Reference", "not “OC218”"),
                broken(
                        "two references",
                        PAGE.replace("Status:", "Reference: OCC0219\n\nStatus:"),
                        "Reference: OCC0219",
                        "contradicts"),
                broken("no status", PAGE.replaceFirst("Status:.*\n", ""), "SOC 2020 sub", "“status: …” is missing"),
                broken("odd status", PAGE.replace("inApproved occupation", "inForgotten"), "Status", "not a status"),
                broken("odd salary", PAGE.replace("£34,605", "plenty"), "Average", "pounds a year"),
                broken("odd SOC code", PAGE.replace("code: 3119", "code: 31x"), "SOC 2020 code", "four digits"),
                broken("odd sub unit group", PAGE.replace("3119/99 ", "3119-99 "), "  • 3119-99", "3119/99"),
                broken(
                        "no summary",
                        PAGE.replaceAll("(?s)Summary.*?Employers involved", "Employers involved"),
                        "Employers involved",
                        "“Summary” is missing"),
                broken(
                        "empty summary",
                        PAGE.replaceAll("(?s)Summary.*?Employers involved", "Summary\n\nEmployers involved"),
                        "Summary",
                        "Nothing stands under"),
                broken(
                        "no employers",
                        PAGE.replaceAll("(?m)^(Employers involved|Moorfields).*$", ""),
                        "Typical",
                        "“Employers involved"),
                broken(
                        "no job titles",
                        PAGE.replaceAll("(?s)Typical job titles.*?Keywords", "Keywords"),
                        "Keywords",
                        "“Typical job titles"),
                broken("no knowledge", PAGE.replaceAll("\nK\\d+: .*", ""), "Knowledge, skills", "no knowledge"),
                broken("no skills", PAGE.replaceAll("\nS\\d+: .*", ""), "Knowledge, skills", "no skill"),
                broken("no behaviours", PAGE.replaceAll("\nB\\d+: .*", ""), "Knowledge, skills", "no behaviour"),
                broken(
                        "no duties",
                        PAGE.replaceAll("(?s)\nDuties.*?\nOccupational Prog", "\nOccupational Prog"),
                        "Occupational Prog",
                        "no duties"),
                broken(
                        "a label repeated",
                        PAGE.replace("\nS10:", "\nS9: Again.\nS10:"),
                        "S9: Again",
                        "S9 stands twice: here and in line "),
                broken("a gap", PAGE.replaceAll("\nK17: .*", ""), "K18", "K18 follows where K17 was due"),
                broken(
                        "a wide gap",
                        PAGE.replaceAll("\nK1[2-4]: .*", ""),
                        "K15",
                        "K15 follows where K12 to K14 were due"),
                broken("first label missing", PAGE.replaceAll("\nB1: .*", ""), "B2", "B2 follows where B1 was due"),
                broken("a statement without words", PAGE.replaceAll("\nK35: .*", "\nK35:"), "K35", "K35 says nothing"),
                broken(
                        "a duty repeated",
                        PAGE.replace("Duty D7\n", "Duty D6\n\nAgain.\n\nDuty D7\n"),
                        "Duty D6\n\nAgain",
                        "D6 stands twice"),
                broken("a duty missing", PAGE.replaceAll("Duty D7\n\n.*\n\n", ""), "Duty D8", "where duty D7 was due"),
                broken(
                        "a duty without words",
                        PAGE.replaceAll("Duty D7\n\n.*\n\n", "Duty D7\n\n"),
                        "Duty D7",
                        "Duty D7 says nothing"),
                broken(
                        "an unknown statement",
                        PAGE.replace("Maintain and develop own competence.", "Learn.\n\nKSBs\n\nK34, K36"),
                        "K34, K36",
                        "names K36"));
    }

    private static Arguments broken(String what, String page, String line, String words) {
        int at = page.indexOf("\n" + line, page.indexOf("home Health"));
        assertThat(at).as(what).isPositive();
        return Arguments.of(what, page, (int) page.substring(0, at + 1).lines().count() + 1, words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void saysExactlyWhatIsWrongAndWhere(String what, String page, int line, String words) {
        assertThat(page).isNotEqualTo(PAGE);
        assertThat(refused(page)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains(words);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    @Test
    void saysEverythingAtOnce() {
        String page = PAGE.replace("Level 2 -", "Level 9 -")
                .replace("\nS10:", "\nS9:")
                .replaceAll("(?s)Summary.*?Employers", "Employers")
                .replace("Duty D7\n", "Duty D6\n");

        assertThat(refused(page))
                .extracting(ImportProblem::part)
                .containsExactly("level", "Summary", "S9", "S11", "D6", "D8");
    }

    @Test
    void aVeryLongTitleIsRefusedWithoutBeingRepeated() {
        String longTitle = "a".repeat(1 << 20);
        for (String page : List.of(
                PAGE.replace("Healthcare science assistant\n", longTitle + "\n"),
                PAGE.replaceFirst("\nHealthcare science assistant\n", "\n" + longTitle + "\n"),
                PAGE.replace("assistant\n\nHealth and", "assistant" + longTitle + "\n\nHealth and"))) {
            assertThat(refused(page))
                    .anySatisfy(problem -> assertThat(problem.part()).isEqualTo("title"));
            assertThat(refused(page))
                    .allSatisfy(
                            problem -> assertThat(problem.message().length()).isLessThan(300));
        }
    }

    @Test
    void theHeadingAboveTheRouteIsTheTitleWhateverTheNavigationSays() {
        ImportRecord record =
                PageText.read(PAGE.replaceFirst("\nHealthcare science assistant\n", "\nHealthcare assistant\n"));

        assertThat(record).isInstanceOfSatisfying(ImportRecord.Accepted.class, accepted -> {
            assertThat(accepted.standard().title()).isEqualTo("Healthcare science assistant");
            assertThat(accepted.notes()).singleElement().asString().contains("Healthcare assistant");
        });
    }

    private static List<String> labels(String kind, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> kind + i).toList();
    }

    private static ImportedStandard accepted(String page) {
        ImportRecord record = PageText.read(page);
        assertThat(record).isInstanceOf(ImportRecord.Accepted.class);
        return ((ImportRecord.Accepted) record).standard();
    }

    private static List<ImportProblem> refused(String page) {
        ImportRecord record = PageText.read(page);
        assertThat(record).isInstanceOf(ImportRecord.Refused.class);
        return ((ImportRecord.Refused) record).problems();
    }
}

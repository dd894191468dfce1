package org.occupationalstandards.standards.importing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.occupationalstandards.contracts.Duty;
import org.occupationalstandards.contracts.Option;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.ProductStatus;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.Statement;
import org.occupationalstandards.contracts.Status;

class SkillsEnglandFeedTest {

    private static final String K1 = "11111111-0000-4000-8000-000000000001";
    private static final String K2 = "11111111-0000-4000-8000-000000000002";
    private static final String S1 = "22222222-0000-4000-8000-000000000001";
    private static final String B1 = "33333333-0000-4000-8000-000000000001";
    private static final String D1 = "44444444-0000-4000-8000-000000000001";
    private static final String D2 = "44444444-0000-4000-8000-000000000002";
    private static final String O1 = "55555555-0000-4000-8000-000000000001";

    /** A full record in the shape of the feed. */
    private static final String RECORD = """
            {"title": "Lamp lighter", "larsCode": 489, "level": 3, "maxFunding": 4000, "typicalDuration": 12,
             "route": "Construction", "pathway": "Light", "cluster": null,
             "keywords": ["lamps", " "], "typicalJobTitles": ["Lighter", "Leerie"],
             "integratedDegree": "integrated degree", "coronationEmblem": true,
             "overviewOfRole": "Light &amp; mend lamps",
             "occupationalSummary": "&lt;p&gt;First &#39;part&#39;.&lt;br /&gt;&lt;br /&gt;Second&#160;part:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;one&lt;/li&gt;&lt;li&gt;two &amp;amp; three&lt;/li&gt;&lt;/ul&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
             "knowledges": [{"knowledgeId": "%1$s", "detail": "Gas."}, {"knowledgeId": "%2$s", "detail": " Wicks. "}],
             "skills": [{"skillId": "%3$s", "detail": "Climb <10 m.", "isThisACoreSkill": true}],
             "behaviours": [{"behaviourId": "%4$s", "detail": "Calm."}],
             "options": [{"optionId": "%7$s", "title": "Streets"}],
             "duties": [
               {"dutyID": "%5$s", "dutyDetail": "Light.", "isThisACoreDuty": 1, "mappedKnowledge": ["%1$s"],
                "mappedSkills": ["%3$s"], "mappedBehaviour": null, "mappedOptions": null,
                "criteriaForMeasuringPerformance": "By dusk\\n\\nEvery lamp"},
               {"dutyID": "%6$s", "dutyDetail": "Put out.", "isThisACoreDuty": 0, "mappedKnowledge": ["%2$s"],
                "mappedSkills": ["%3$s"], "mappedBehaviour": ["%4$s"], "mappedOptions": ["%7$s"],
                "criteriaForMeasuringPerformance": ""}],
             "qualifications": [{"qualificationId": "x", "title": "Ladders", "level": "0"}],
             "professionalRecognition": [{"bodyName": "Guild of Lighters", "level": "0"}],
             "regulated": true, "regulatedBody": "Office of Light"}
            """.formatted(K1, K2, S1, B1, D1, D2, O1);

    @Test
    void readsEveryPartOfARecord() {
        ImportedStandard standard = accepted(RECORD);

        assertThat(standard.reference()).isEqualTo("OCC9489");
        assertThat(standard.title()).isEqualTo("Lamp lighter");
        assertThat(standard.status()).isEqualTo(Status.APPROVED);
        assertThat(standard.version()).isEqualTo("1.0");
        assertThat(standard.level()).isEqualTo(3);
        assertThat(standard.route().name()).isEqualTo("Construction and the built environment");
        assertThat(standard.pathway()).isEqualTo("Light");
        assertThat(standard.cluster()).isNull();
        assertThat(standard.overview()).isEqualTo("Light & mend lamps");
        assertThat(standard.summary()).isEqualTo("First 'part'.\n\nSecond part:\n\n• one\n• two & three");
        assertThat(standard.keywords()).containsExactly("lamps");
        assertThat(standard.typicalJobTitles()).containsExactly("Lighter", "Leerie");
        assertThat(standard.knowledge())
                .containsExactly(
                        new Statement(UUID.fromString(K1), "K1", "Gas."),
                        new Statement(UUID.fromString(K2), "K2", "Wicks."));
        assertThat(standard.skills()).containsExactly(new Statement(UUID.fromString(S1), "S1", "Climb <10 m."));
        assertThat(standard.behaviours()).containsExactly(new Statement(UUID.fromString(B1), "B1", "Calm."));
        assertThat(standard.options()).containsExactly(new Option(UUID.fromString(O1), "Streets"));
        assertThat(standard.duties())
                .containsExactly(
                        new Duty(
                                UUID.fromString(D1),
                                "D1",
                                "Light.",
                                true,
                                List.of("By dusk", "Every lamp"),
                                List.of(UUID.fromString(K1), UUID.fromString(S1)),
                                List.of()),
                        new Duty(
                                UUID.fromString(D2),
                                "D2",
                                "Put out.",
                                false,
                                List.of(),
                                List.of(UUID.fromString(K2), UUID.fromString(S1), UUID.fromString(B1)),
                                List.of(UUID.fromString(O1))));
        assertThat(standard.products())
                .containsExactly(new Product(
                        ProductType.APPRENTICESHIP,
                        "ST9489",
                        489,
                        null,
                        ProductStatus.APPROVED_FOR_DELIVERY,
                        3,
                        12,
                        4000,
                        false,
                        true,
                        true));
        assertThat(standard.professionalRecognition()).containsExactly("Guild of Lighters");
        assertThat(standard.mandatoryQualifications()).containsExactly("Ladders");
        assertThat(standard.regulatedBy()).isEqualTo("Office of Light");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[%s]",
                "{\"note\": {\"a\": [1]}, \"list\": [%s]}",
                "{\"standards\": [%s], \"note\": \"behind\"}",
                "\uFEFF[%s]"
            })
    void readsARecordHoweverItIsWrapped(String wrapper) {
        assertThat(read(wrapper.replace("%s", RECORD), KnownStandards.none()))
                .isEqualTo(read(RECORD, KnownStandards.none()))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"level\": 3 | \"level\": 9 | /level | The level is 2 to 7, not “9”",
                "\"level\": 3 | \"x\": 9 | /level | The level is missing: 2 to 7",
                "Construction | Healing | /route | “Healing” is not one of the 15 routes",
                "\"Lamp lighter\" | \"\" | /title | The title is missing",
                "\"Lamp lighter\" | [1] | /title | A text is expected here, not “[1]”",
                "\"larsCode\": 489 | \"larsCode\": -4 | /larsCode | A LARS code is a whole number from 1 to 99999, not “-4”",
                "\"typicalDuration\": 12 | \"typicalDuration\": 999 | /typicalDuration | The duration in months is a whole number from 1 to 120, not “999”",
                "\"isThisACoreDuty\": 1 | \"isThisACoreDuty\": 7 | /duties/0/isThisACoreDuty | 1 or 0 is expected, not “7”",
                "Wicks. | '' | /knowledges/1 | K2 says nothing",
                "\"Put out.\" | null | /duties/1 | Duty D2 says nothing",
                "\"title\": \"Streets\" | \"x\": 1 | /options/0/title | The title of the option is missing",
                "\"keywords\": [\"lamps\", \" \"] | \"keywords\": 7 | /keywords | A list is expected here, not “7”",
                "\"level\": 3 | \"level\": 3, \"status\": \"Lost\" | /status | “Lost” is not a status",
                "\"level\": 3 | \"level\": 3, \"version\": \"one\" | /version | A version is two numbers, such as 1.0, not “one”",
                "\"level\": 3 | \"level\": 3, \"reference\": \"ZZ1\" | /reference | A reference is OCC, ST, FA or AU and four digits, not “ZZ1”",
                "\"level\": 3 | \"level\": 3, \"earliestStartDate\": \"31/2/2020\" | /earliestStartDate | A day is written like 2017-11-07, not “31/2/2020”",
                "\"isThisACoreSkill\": true | \"label\": \"S2\" | /skills/0/label | “S2” stands where S1 was due",
            })
    void aWrongValueIsNamedWithItsPlace(String old, String changed, String part, String message) {
        assertThat(RECORD).contains(old);

        assertThat(refused(RECORD.replaceFirst(Pattern.quote(old), changed)))
                .extracting(
                        each -> each.part().startsWith("/") ? each.part() : "/" + each.part(), ImportProblem::message)
                .contains(tuple(part, message));
    }

    @Test
    void everyDanglingLinkIsNamedAndTheLackOfKnowledgeToo() {
        String record = RECORD.replaceFirst("(?s)\"knowledges\":.*?\\],", "");

        assertThat(refused(record))
                .extracting(ImportProblem::message)
                .containsExactly(
                        "The record has no knowledge",
                        "Duty D1 is mapped to 1 knowledge statements that the record does not have: " + K1,
                        "Duty D2 is mapped to 1 knowledge statements that the record does not have: " + K2);
    }

    @Test
    void aLinkToAnOptionThatIsNotListedDangles() {
        String other = O1.replace("55", "66");

        assertThat(refused(RECORD.replace("\"mappedOptions\": [\"" + O1, "\"mappedOptions\": [\"" + other)))
                .extracting(ImportProblem::message)
                .containsExactly("Duty D2 belongs to 1 options that the record does not have: " + other);
    }

    @Test
    void whereNoOptionsAreListedTheyAreTakenByTheirIds() {
        ImportedStandard standard = accepted(RECORD.replaceFirst("\"options\":.*?\\],", ""));

        assertThat(standard.options()).containsExactly(new Option(UUID.fromString(O1), "Option 1"));
        assertThat(standard.duties().getLast().options()).containsExactly(UUID.fromString(O1));
    }

    @Test
    void theSameIdForTwoPartsIsRefused() {
        assertThat(refused(RECORD.replace("\"skillId\": \"" + S1, "\"skillId\": \"" + K1)))
                .extracting(ImportProblem::message)
                .contains("The id " + K1 + " is given to another part of the record too");
    }

    @Test
    void aStandardInDevelopmentMayBeNearlyEmpty() {
        ImportedStandard standard = accepted("""
                {"referenceNumber": "ST1472", "title": "New", "level": "2", "route": "Digital",
                 "status": "In development", "version": "1.0", "larsCode": 0, "knowledges": [], "skills": null}
                """);

        assertThat(standard.reference()).isEqualTo("OCC1472");
        assertThat(standard.status()).isEqualTo(Status.IN_DEVELOPMENT);
        assertThat(standard.version()).isEqualTo("0.0");
        assertThat(standard.products())
                .extracting(Product::status, Product::larsCode)
                .containsExactly(tuple(ProductStatus.IN_DEVELOPMENT, null));
    }

    @Test
    void versionAndDaysAreTakenWhereTheyAreTold() {
        ImportedStandard standard = accepted(RECORD.replaceFirst(
                "\\{",
                "{\"version\": \"1.3\", \"status\": \"Approved for delivery\", \"approvedForDelivery\":"
                        + " \"2021-03-04T00:00:00\", \"earliestStartDate\": \"2021-04-01T00:00:00Z\","));

        assertThat(standard.version()).isEqualTo("1.3");
        assertThat(standard.approvedOn()).isEqualTo(LocalDate.of(2021, 3, 4));
        assertThat(standard.effectiveFrom()).isEqualTo(LocalDate.of(2021, 4, 1));
    }

    @Test
    void retiringTheApprenticeshipLeavesTheStandardApproved() {
        ImportedStandard standard = accepted(RECORD.replaceFirst("\\{", "{\"status\": \"Retired\","));

        assertThat(standard.status()).isEqualTo(Status.APPROVED);
        assertThat(standard.products()).extracting(Product::status).containsExactly(ProductStatus.RETIRED);
    }

    @Test
    void recordsWithoutAReferenceAreFoundByLarsCodeOrTitle() {
        KnownStandards known = KnownStandards.of(List.of(
                new KnownStandards.Known("OCC0001", "Something else", 4, 7, Set.of(489)),
                new KnownStandards.Known("OCC0002", "LAMP-Lighter", 3, 5, Set.of()),
                new KnownStandards.Known("OCC0003", "Lamp lighter", 4, 5, Set.of())));

        assertThat(standards(read(RECORD, known)))
                .extracting(ImportedStandard::reference)
                .containsExactly("OCC0001");
        assertThat(standards(read(RECORD.replace("489", "490"), known)))
                .extracting(ImportedStandard::reference)
                .containsExactly("OCC0002");
        assertThat(standards(read(RECORD.replace("489", "0"), known)))
                .extracting(ImportedStandard::reference)
                .containsExactly("OCC0002");
    }

    @Test
    void aRecordThatFitsSeveralOrNoneIsRefused() {
        KnownStandards two = KnownStandards.of(List.of(
                new KnownStandards.Known("OCC0001", "Lamp lighter", 3, 5, Set.of()),
                new KnownStandards.Known("OCC0002", "Lamp lighter", 3, 5, Set.of())));

        assertThat(refusals(read(RECORD, two)).getFirst().problems())
                .extracting(ImportProblem::message)
                .singleElement()
                .asString()
                .endsWith("fit several standards: OCC0001, OCC0002");
        assertThat(refused(RECORD.replace("489", "0")))
                .extracting(ImportProblem::message)
                .singleElement()
                .asString()
                .startsWith("The record has neither a reference nor");
    }

    @Test
    void theSameVersionOfAStandardTwiceIsRefusedAndTheRestIsRead() {
        List<ImportRecord> records =
                read("[" + RECORD + ",7," + RECORD + "," + RECORD.replace("489", "490") + "]", KnownStandards.none());

        assertThat(standards(records)).extracting(ImportedStandard::reference).containsExactly("OCC9489", "OCC9490");
        assertThat(refusals(records))
                .extracting(ImportRecord.Refused::record)
                .containsExactly("record 2", "Lamp lighter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|0", "7|0", "nonsense|0", "[1,|1", "{\"list\": [{\"a\": 1}|1", "[]]|0", "{\"list\": []} 7|0"})
    void whatIsNoJsonIsRefusedAfterWhatCouldBeRead(String json, int recordsBefore) {
        List<ImportRecord> records = read(json, KnownStandards.none());

        assertThat(records).hasSize(recordsBefore + 1);
        assertThat(records.getLast())
                .isInstanceOfSatisfying(
                        ImportRecord.Refused.class,
                        refusal -> assertThat(refusal.record()).isEqualTo("file"));
    }

    @Test
    void outsideDataWithDutiesIsReadButForWhatDanglesOrLacksKnowledge() {
        List<ImportRecord> records = read(DataFiles.shared("standards-with-duties.json"), exampleRegister());

        assertThat(records).hasSize(53);
        assertThat(standards(records)).hasSize(44).allSatisfy(standard -> {
            assertThat(standard.knowledge()).isNotEmpty();
            assertThat(standard.duties()).isNotEmpty();
            assertThat(requireNonNull(standard.summary())).doesNotContain("&lt;", "<p", "&#", "&amp;", "<br");
        });
        assertThat(refusals(records))
                .hasSize(9)
                .allSatisfy(refusal -> assertThat(refusal.problems())
                        .extracting(ImportProblem::message)
                        .contains("The record has no knowledge")
                        .anyMatch(message -> message.contains("that the record does not have")));
        assertThat(standards(records).filter(each -> each.reference().compareTo("OCC9000") < 0))
                .as("found among the occupations of fact")
                .hasSize(20);
    }

    @Test
    void outsideDataWithStatementsIsReadButForWhatLacksSkills() {
        List<ImportRecord> records = read(DataFiles.shared("standards-with-ksbs.json"), exampleRegister());

        assertThat(records).hasSize(162);
        assertThat(refusals(records))
                .extracting(ImportRecord.Refused::record)
                .containsExactlyInAnyOrder("ST0602", "ST0235", "ST0329", "ST0236");
        assertThat(refusals(records))
                .allSatisfy(refusal -> assertThat(refusal.problems())
                        .extracting(ImportProblem::message)
                        .contains("The record has no skills"));
        assertThat(refusals(records).stream()
                        .filter(refusal -> refusal.record().equals("ST0602"))
                        .flatMap(refusal -> refusal.problems().stream()))
                .as("its labels have gaps as well")
                .extracting(ImportProblem::message)
                .contains("“K003” stands where K2 was due");
        assertThat(standards(records)).hasSize(158);
    }

    @Test
    void theSameFileGivesTheSameRecords() {
        Path file = DataFiles.shared("standards-with-ksbs.json");

        assertThat(read(file, KnownStandards.none())).isEqualTo(read(file, KnownStandards.none()));
    }

    private static KnownStandards exampleRegister() {
        List<KnownStandards.Known> known = new ArrayList<>();
        OccupationsCsv.read(DataFiles.example("occupations.csv"), record -> {
            if (record instanceof ImportRecord.Accepted accepted) {
                known.add(KnownStandards.Known.of(accepted.standard()));
            }
        });
        return KnownStandards.of(known);
    }

    private static ImportedStandard accepted(String json) {
        List<ImportRecord> records = read(json, KnownStandards.none());
        assertThat(records).singleElement().isInstanceOf(ImportRecord.Accepted.class);
        return ((ImportRecord.Accepted) records.getFirst()).standard();
    }

    private static List<ImportProblem> refused(String json) {
        List<ImportRecord> records = read(json, KnownStandards.none());
        assertThat(records).singleElement().isInstanceOf(ImportRecord.Refused.class);
        return ((ImportRecord.Refused) records.getFirst()).problems();
    }

    private static List<ImportRecord> read(Path file, KnownStandards known) {
        try {
            return read(Files.readString(file), known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ImportRecord> read(String json, KnownStandards known) {
        List<ImportRecord> records = new ArrayList<>();
        try {
            new SkillsEnglandFeed(known)
                    .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), records::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

package org.occupationalstandards.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finding occupations by words and filters. Each of the five has the made-up word somewhere else. */
class SearchTest {

    private static final String WORD = "Quizzaciously";
    private static final Standards STANDARDS = new Standards();
    private static final JsonMapper JSON = JsonMapper.shared();

    private static String inTitle = "";
    private static String inJobTitle = "";
    private static String inOverview = "";
    private static String inSkill = "";
    private static String nowhere = "";

    private final RunningCatalogue catalogue = RunningCatalogue.shared();

    @BeforeAll
    static void announce() {
        inTitle = say(content -> content.put("title", WORD + " trained baker")
                .put("level", 3)
                .put("tier", "technical")
                .set("route", route(3, "Catering and hospitality")));
        inJobTitle = say(content -> content.put("level", 4)
                .put("tier", "higher-technical")
                .put("green", "dark")
                .set("typicalJobTitles", JSON.createArrayNode().add("Plain").add(WORD)));
        inOverview = say(content -> content.put("overview", "Somebody who works " + WORD + " with engines.")
                .put("level", 6)
                .put("tier", "professional")
                .set("products", JSON.createArrayNode().add(product("t-level", "TL-77"))));
        inSkill = say(content -> ((ObjectNode) content.at("/skills/0")).put("text", "Communicating " + WORD));
        nowhere = say(content -> content.put("title", "Somebody else"));
    }

    @AfterAll
    static void close() {
        STANDARDS.close();
    }

    private static String say(Consumer<ObjectNode> content) {
        return STANDARDS.settle(STANDARDS.approved(content)).reference();
    }

    private static ObjectNode route(int id, String name) {
        return JSON.createObjectNode().put("id", id).put("name", name);
    }

    private static ObjectNode product(String type, String code) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("code", code)
                .put("status", "approved-for-delivery")
                .put("careerStarter", false)
                .put("royal", false)
                .put("integratedDegree", false);
    }

    private List<String> found(String parameters) {
        return references(catalogue.json("/occupations?size=200&" + parameters));
    }

    private static List<String> references(JsonNode list) {
        return StreamSupport.stream(list.get("items").spliterator(), false)
                .map(each -> each.get("reference").asString())
                .toList();
    }

    @Test
    void wordsAreFoundWhereverTheyStandTheTitleFirst() {
        assertThat(found("q=" + WORD)).containsExactly(inTitle, inJobTitle, inOverview, inSkill);
    }

    @Test
    void formsOfAWordAndItsBeginningAreFound() {
        assertThat(found("q=" + WORD.toLowerCase(java.util.Locale.ROOT) + "+training"))
                .containsExactly(inTitle);
        assertThat(found("q=quizzac")).containsExactly(inTitle, inJobTitle, inOverview, inSkill);
        assertThat(found("q=bakers+quizz")).containsExactly(inTitle);
    }

    @Test
    void quotesAndSignsMeanWhatTheyMeanElsewhere() {
        assertThat(found("q=" + URLEncoder.encode("\"trained baker\" " + WORD, UTF_8)))
                .containsExactly(inTitle);
        assertThat(found("q=" + URLEncoder.encode(WORD + " -baker", UTF_8)))
                .containsExactly(inJobTitle, inOverview, inSkill);
        assertThat(found("q=" + URLEncoder.encode("':*&|!()<-> \\ ;--", UTF_8))).isEmpty();
    }

    @Test
    void aReferenceOrTheCodeOfAProductIsFoundAsItIs() {
        assertThat(found("q=" + inSkill)).containsExactly(inSkill);
        assertThat(found("q=TL-77")).containsExactly(inOverview);
    }

    @ParameterizedTest
    @CsvSource({
        "route=3, true, false, false",
        "route=catering-and-hospitality, true, false, false",
        "route=Catering%20and%20hospitality, true, false, false",
        "level=4, false, true, false",
        "tier=professional, false, false, true",
        "green=dark, false, true, false",
        "product=t-level, false, false, true",
        "status=approved, true, true, true",
        "status=retired, false, false, false",
        "level=4&green=dark&status=approved, false, true, false",
        "level=4&green=none, false, false, false"
    })
    void filtersNarrowWhatIsFound(String filter, boolean first, boolean second, boolean third) {
        var found = found("q=" + WORD + "&" + filter);
        assertThat(found.contains(inTitle)).isEqualTo(first);
        assertThat(found.contains(inJobTitle)).isEqualTo(second);
        assertThat(found.contains(inOverview)).isEqualTo(third);
    }

    @Test
    void pagesHoldEachOccupationOnce() {
        var first = catalogue.json("/occupations?q=" + WORD + "&size=3");
        var second = catalogue.json("/occupations?q=" + WORD + "&size=3&page=2");
        var third = catalogue.json("/occupations?q=" + WORD + "&size=3&page=3");

        assertThat(references(first)).containsExactly(inTitle, inJobTitle, inOverview);
        assertThat(references(second)).containsExactly(inSkill);
        assertThat(references(third)).isEmpty();
        assertThat(List.of(first, second, third)).allSatisfy(page -> {
            assertThat(page.get("total").asInt()).isEqualTo(4);
            assertThat(page.get("size").asInt()).isEqualTo(3);
        });
        assertThat(second.get("page").asInt()).isEqualTo(2);
    }

    @Test
    void withoutWordsTheyComeByReference() {
        assertThat(found("status=approved")).isSorted().contains(inTitle, nowhere);
    }

    @Test
    void everyWrongParameterIsNamedAtOnce() {
        var answer = catalogue.get("/occupations?route=zebra&level=9&tier=low&status=gone&product=degree&green=light"
                + "&asOf=yesterday&page=0&size=1000&colour=red&q=" + "x".repeat(300));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        var errors = JSON.readTree(answer.body()).get("errors");
        assertThat(StreamSupport.stream(errors.spliterator(), false)
                        .map(each -> each.get("parameter").asString()))
                .containsExactlyInAnyOrder(
                        "route", "level", "tier", "status", "product", "green", "asOf", "page", "size", "colour", "q");
        assertThat(errors.toString()).contains("Expected a level from 2 to 7, got 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B9999999-01-01", "%2B10000-01-01", "0000-12-31", "-4714-01-01"})
    void aDayHasAYearOfFourDigits(String day) {
        for (var path : List.of("/occupations", "/occupations/" + inTitle, "/map")) {
            var answer = catalogue.get(path + "?asOf=" + day);

            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(JSON.readTree(answer.body()).at("/errors/0/parameter").asString())
                    .isEqualTo("asOf");
        }
        assertThat(found("q=" + WORD + "&asOf=9999-12-31")).hasSize(4);
        assertThat(found("q=" + WORD + "&asOf=0001-01-01")).isEmpty();
    }

    @Test
    void anEmptyParameterIsTheSameAsNone() {
        assertThat(found("q=" + WORD + "&level=&route=&status=")).hasSize(4);
    }
}

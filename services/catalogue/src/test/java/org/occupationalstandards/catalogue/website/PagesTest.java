package org.occupationalstandards.catalogue.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Statement;

/** What the pages say, over HTTP. */
class PagesTest {

    static List<String> everyPage() {
        return RunningSite.PAGES;
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void isAWholePageWithNothingInlineAndNothingFromElsewhere(String path) throws Exception {
        HttpResponse<String> response = RunningSite.page(path);

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                        .doesNotContain("unsafe"));
        assertThat(response.body())
                .startsWith("<!DOCTYPE html>")
                .contains("lang=\"en-GB\"", "href=\"#main-content\"", "<main", "</html>")
                .doesNotContain(" style=", " onclick=", "<style", " th:");
        assertThat(response.body()).containsOnlyOnce("<h1").containsOnlyOnce("<main");
        assertThat(response.body().lines().filter(line -> line.contains("<script")))
                .allSatisfy(line -> assertThat(line).contains(" src=\"/"));
    }

    @Test
    void theOccupationPageSaysEveryPartOfTheExample() throws Exception {
        String page = RunningSite.page("/occupations/OCC0218/versions/1.0").body();

        Occupation example = Example.occupation();
        assertThat(page)
                .contains(
                        "Healthcare science assistant",
                        "OCC0218",
                        "Approved occupational standard",
                        "Level 2 – Technical occupation",
                        "Health and science",
                        "£34,605 per year",
                        "3119",
                        "3119/99",
                        "Science, engineering and production technicians n.e.c.",
                        "Hcsa",
                        "STERIS Instrument Management Services",
                        "Apprenticeship ST0218",
                        "£8,000",
                        "14 months",
                        "15 September 2026");
        Stream.of(example.knowledge(), example.skills(), example.behaviours())
                .flatMap(List::stream)
                .forEach(statement ->
                        assertThat(page).contains("id=\"" + statement.label() + "\"", escaped(statement.text())));
        example.duties()
                .forEach(duty -> assertThat(page).contains("id=\"" + duty.label() + "\"", escaped(duty.text())));
        assertThat(example.knowledge()).extracting(Statement::label).hasSize(35).endsWith("K35");
        assertThat(example.duties()).hasSize(10);
        assertThat(count(page, "class=\"app-ksb\"")).isEqualTo(35 + 35 + 6);
        assertThat(count(page, "class=\"app-duty\"")).isEqualTo(10);
        // Each of the 76 statements is needed by one duty: a link there and a link back.
        assertThat(count(page, "href=\"#K35\"")).isEqualTo(2);
    }

    @Test
    void anOpenConsultationShowsItsDraftUntilWhenAndHowToComment() throws Exception {
        String page = RunningSite.page("/occupations/OCC0218/consultation").body();

        assertThat(page)
                .contains(
                        "Comments are taken until 17:00 on 30 November 2026 (Europe/London time).",
                        "/standards/OCC0218/commands/comment",
                        "To comment, you need an account",
                        "href=\"/api#token\"",
                        "id=\"K35\"",
                        "id=\"D10\"",
                        "href=\"#duties\"")
                .doesNotContain("What came of it");
        assertThat(RunningSite.page("/occupations/OCC0218").body())
                .contains(
                        "A new draft of this standard is open to comments, and everybody may read it.",
                        "/occupations/OCC0218/consultation");
        assertThat(RunningSite.page("/").body()).contains("Have your say", "/occupations/OCC0218/consultation");
    }

    @Test
    void theApiPageSaysWhoGivesTokens() throws Exception {
        assertThat(RunningSite.page("/api").body())
                .contains("id=\"token\"", "curl http://localhost:8084/.well-known/openid-configuration");
    }

    @Test
    void theApiPageAsksForToday() throws Exception {
        assertThat(RunningSite.page("/api").body())
                .contains("/occupations/OCC0218?asOf=2026-11-22&#39;")
                .doesNotContain("OCC0218/versions/1.0..");
    }

    @Test
    void aConsultationThatTakesNoMoreCommentsSaysSo() throws Exception {
        assertThat(RunningSite.page("/occupations/OCC9998/consultation").body())
                .contains(
                        "Should this standard be retired?",
                        "Nobody starts any more.",
                        "Comments were taken until the end of 16 November 2026. They are being answered.")
                .doesNotContain("How to comment");
        assertThat(RunningSite.page("/occupations/OCC9999/consultation").body())
                .contains("Closed on 20 November 2026", "6 comments were made.", "Accepted in part")
                .doesNotContain("How to comment", "<script>alert");
    }

    @Test
    void theFirstPageSaysWhichProductChangedAndHow() throws Exception {
        assertThat(RunningSite.page("/").body())
                .contains(
                        "<span>apprenticeship ST0218 approved for delivery</span>",
                        "<span>apprenticeship ST0218 added</span>")
                .doesNotContain("a product changed");
    }

    @Test
    void theListOfConsultationsHasTheOpenOnesFirst() throws Exception {
        String page = RunningSite.page("/consultations").body();

        assertThat(page.indexOf("/occupations/OCC0218/consultation"))
                .isPositive()
                .isLessThan(page.indexOf("/occupations/OCC9999/consultation"));
        assertThat(page).contains("closed on 20 November 2026");
        assertThat(RunningSite.page("/consultations?page=0").statusCode()).isEqualTo(400);
        assertThat(RunningSite.page("/consultations?page=2").body())
                .contains("Nothing is open to comments here at the moment");
        assertThat(RunningSite.page("/occupations/OCC0001/consultation").statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsThePartsThatTheExampleLacks() throws Exception {
        String page = RunningSite.page("/occupations/OCC9998").body();

        assertThat(page)
                .contains(
                        "Dark green occupation",
                        "T Level",
                        "Technical Qualification",
                        "Higher Technical Qualification",
                        "Career starter apprenticeship",
                        "Royal apprenticeship",
                        "Optional duty",
                        "Only in the option Offshore",
                        "Readings are right",
                        "Institution of Engineering and Technology",
                        "Health and Safety Executive",
                        "Gas safety certificate",
                        "New starts paused",
                        "(green job title)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/occupations/OCC9999",
                "/occupations/OCC9997",
                "/occupations?q=OCC9999",
                "/map?route=7",
                "/routes/7",
                "/map?q=OCC9999"
            })
    void textStaysText(String path) throws Exception {
        String page = RunningSite.page(path).body();

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert", "<b>");
    }

    @Test
    void whatSomebodyTypesStaysText() throws Exception {
        String page = RunningSite.page("/occupations?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%20onfocus%3D%22x")
                .body();

        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "\" onfocus=\"");
    }

    @Test
    void theRedlineSaysAddedAndRemovedInWordsToo() throws Exception {
        String page = RunningSite.page("/occupations/OCC0218/versions/1.0..1.1").body();

        assertThat(page)
                .contains(
                        "<del><span class=\"govuk-visually-hidden\">removed: </span>honesty",
                        "<ins><span class=\"govuk-visually-hidden\">added: </span>candour",
                        "K3 reworded",
                        "S9 removed",
                        "Curious about &lt;new&gt; techniques &amp; &quot;tools&quot;.",
                        "<td class=\"govuk-table__cell\">S10</td><td class=\"govuk-table__cell\">S9</td>");
    }

    @Test
    void comparingInTheWrongOrderLeadsToTheRightOne() throws Exception {
        HttpResponse<String> response = RunningSite.page("/occupations/OCC0218/compare?from=1.1&to=1.0");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(
                        location -> assertThat(location).endsWith("/occupations/OCC0218/versions/1.0..1.1"));
    }

    @Test
    void everyVersionSaysWhichItIs() throws Exception {
        assertThat(RunningSite.page("/occupations/OCC0218").body())
                .contains("This is version 1.1, in force from 10 November 2026, the latest.");
        assertThat(RunningSite.page("/occupations/OCC0218/versions/1.0").body())
                .contains(
                        "This is version 1.0, which is no longer in force. Version 1.1 replaced it on 10 November 2026.");
        assertThat(RunningSite.page("/occupations/OCC0218?asOf=2026-11-20").body())
                .contains("You are looking at this occupation as it was on 20 November 2026");
    }

    @Test
    void filtersNarrowTheListAndCanBeTakenBackOneByOne() throws Exception {
        String page = RunningSite.page("/occupations?route=10&level=4").body();

        assertThat(page)
                .contains(
                        "Healthcare science associate",
                        "href=\"/occupations?level=4\"",
                        "href=\"/occupations?route=10\"")
                .doesNotContain("Healthcare science practitioner")
                .contains("<option value=\"10\" selected=\"selected\">Health and science</option>");
    }

    @Test
    void pagesOfResultsKeepTheFilters() throws Exception {
        String page = RunningSite.page("/occupations?route=8&page=2").body();

        assertThat(page)
                .contains(
                        "showing 26 to 50",
                        "href=\"/occupations?page=3&amp;route=8\"",
                        "href=\"/occupations?route=8\"");
    }

    @Test
    void aPageAfterTheLastOneSaysWhereTheLastIs() throws Exception {
        assertThat(RunningSite.page("/occupations?route=10&level=4&page=9999").body())
                .contains("There is no page 9999.", "href=\"/occupations?level=4&amp;route=10\">the only page</a>")
                .doesNotContain("Nothing fits", "check the spelling");
        assertThat(RunningSite.page("/occupations?route=8&page=9999").body())
                .containsPattern("href=\"/occupations\\?page=(\\d+)&amp;route=8\">the last page, \\1</a>");
        assertThat(RunningSite.page("/occupations?q=nothing-is-called-so&page=9")
                        .body())
                .contains("Nothing fits");
    }

    @ParameterizedTest
    @CsvSource({
        "/occupations/, /occupations",
        "/occupations/OCC0218/, /occupations/OCC0218",
        "/occupations/OCC0218/versions/1.0/?format=json, /occupations/OCC0218/versions/1.0?format=json",
        "/occupations/?q=a%26b&page=2, /occupations?q=a%26b&page=2",
        "/routes/14/, /routes/14",
        "/map/, /map",
        "/api/, /api"
    })
    void aSlashAtTheEndLeadsToTheAddressWithoutIt(String path, String expected) throws Exception {
        HttpResponse<String> response = RunningSite.page(path);

        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(response.headers().firstValue("Location")).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//example.org/",
                "//example.org/occupations/",
                "//occupations/",
                "/%2Fexample.org/",
                "/occupations//example.org/",
                "/nowhere/"
            })
    void aSlashAtTheEndLeadsToNoOtherHost(String path) throws Exception {
        HttpResponse<String> response = RunningSite.page(path);

        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(response.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void wrongFiltersAreNamedAllAtOnce() throws Exception {
        HttpResponse<String> response = RunningSite.page("/occupations?level=9&route=x&asOf=someday");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains(
                        "There is a problem",
                        "<a href=\"#level\">Choose a level from 2 to 7</a>",
                        "<a href=\"#route\">Choose a route from the list</a>",
                        "<a href=\"#asOf\">")
                .contains("<title>Error: Occupations");
    }

    @Test
    void aDayInAYearThatNobodyKnowsIsWrongOnEveryPage() throws Exception {
        for (var page : List.of("/occupations", "/occupations/OCC0218", "/map")) {
            assertThat(RunningSite.page(page + "?asOf=%2B9999999-01-01").statusCode())
                    .as(page)
                    .isEqualTo(400);
        }
    }

    @Test
    void theLegendExplainsEveryEntry() throws Exception {
        String page = RunningSite.page("/map").body();

        // In the words and the order of the worked example's page, whose first lines are the legend.
        List<String> legend = Example.TEXT.lines().limit(16).toList();
        assertThat(legend).startsWith("Potential occupational standard").endsWith("Favourite occupation");
        assertThat(legend).allSatisfy(entry -> assertThat(page).contains("<span>" + entry + "</span></dt>"));
        assertThat(Legend.values())
                .allSatisfy(
                        mark -> assertThat(page).contains(escaped(mark.meaning()), "id=\"icon-" + mark.icon() + "\""));
    }

    @Test
    void theMapHasACardForEveryOccupation() throws Exception {
        String page = RunningSite.page("/map").body();

        assertThat(count(page, "<span class=\"app-card__title\">"))
                .isEqualTo(new SampleCatalogue()
                        .cards(org.occupationalstandards.catalogue.entry.Search.EVERYTHING)
                        .size())
                .isGreaterThan(680);
    }

    @Test
    void theProgressionDrawingLinksAndNamesItsArrows() throws Exception {
        String page = RunningSite.page("/occupations/OCC0218/progression").body();

        assertThat(page)
                .contains(
                        "<title>Occupational progression from Healthcare science assistant to Healthcare science associate</title>",
                        "<title>Technical education progression from Healthcare science assistant to Biomedical scientist</title>",
                        "<title>Occupational progression from Pharmacy services assistant to Healthcare science assistant</title>",
                        "<a href=\"/occupations/OCC0220\" class=\"node\">",
                        "The same as a list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/occupations/OCC7777", "/routes/16", "/occupations/OCC0218/versions/9.9", "/nowhere"})
    void whatIsNotThereIsAPageForBrowsersAndAProblemForPrograms(String path) throws Exception {
        HttpResponse<String> page = RunningSite.page(path);
        HttpResponse<String> problem = RunningSite.get(path, "application/json");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Page not found");
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void filesHaveNamesOfTheirContentAndMayBeKept() throws Exception {
        String page = RunningSite.page("/about").body();
        String sheet = Arrays.stream(page.split("\""))
                .filter(part -> part.matches("/assets/site-\\p{XDigit}{32}\\.css"))
                .findFirst()
                .orElseThrow();

        HttpResponse<String> response = RunningSite.get(sheet, "text/css");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(control -> assertThat(control).contains("max-age=31536000"));
        assertThat(response.body()).doesNotContain("GDS Transport", "@font-face", "crown", "crest", "url(");
    }

    private static String escaped(String text) {
        return org.springframework.web.util.HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}

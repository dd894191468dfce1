package org.occupationalstandards.notifications.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final String S9_REMOVED =
            "{'kind':'removed','part':'skill','id':'96929ea2-6a13-5df7-9037-f11490f92f01','labelBefore':'S9','before':'x'}";

    private static FeedEntry entry(String json) {
        return new FeedEntry(
                1,
                "id",
                "/standards",
                "standards.standard.approved.v1",
                "OCC0218",
                "2026-09-14T10:00:00Z",
                Instant.parse("2026-09-14T10:00:00Z"),
                1,
                0,
                null,
                null,
                10,
                null,
                2,
                null,
                "Healthcare science assistant",
                json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Told told(String json) {
        return Told.of(entry(json));
    }

    @Test
    void aVersionSaysItsNumberItsClassItsDayAndWhatIsDifferent() {
        var told = told("""
                {'version':'1.1','changeClass':'adjustment','effectiveFrom':'2026-09-15','changes':[%s,
                 {'kind':'moved','part':'skill','labelBefore':'S10','labelAfter':'S9'}]}""".formatted(S9_REMOVED));

        assertThat(Wording.details(told))
                .isEqualTo("Version 1.1 (adjustment) from 15 September 2026; S9 removed, S10 is now S9");
        assertThat(Wording.heading(entry("{}"), told))
                .isEqualTo("Healthcare science assistant (OCC0218, version 1.1): approved");
        assertThat(told.page("/occupations/OCC0218")).isEqualTo("/occupations/OCC0218/versions/1.0..1.1");
    }

    @Test
    void whatAVersionFollowsIsOnlySaidWhereItsNumberSaysIt() {
        assertThat(told("{'version':'1.0','changeClass':'new'}").page("/o")).isEqualTo("/o/versions/1.0");
        assertThat(told("{'version':'2.0','changeClass':'revision'}").page("/o"))
                .isEqualTo("/o/versions/2.0");
        assertThat(told("{'version':'1.1','changeClass':null}").page("/o")).isEqualTo("/o");
    }

    @Test
    void fewAreNamedAndManyCounted() {
        var many = IntStream.rangeClosed(1, 35)
                .mapToObj(n -> "{'kind':'added','part':'knowledge','labelAfter':'K%d','after':'x'}".formatted(n))
                .collect(Collectors.joining(","));

        assertThat(told("{'changes':[%s,%s]}".formatted(many, S9_REMOVED)).difference())
                .isEqualTo("35 knowledge statements added, S9 removed");
        assertThat(told("""
                {'changes':[{'kind':'added','part':'behaviour','labelAfter':'B1'},
                 {'kind':'added','part':'behaviour','labelAfter':'B2'},
                 {'kind':'added','part':'behaviour','labelAfter':'B3'},
                 {'kind':'reworded','part':'duty','labelBefore':'D1','labelAfter':'D1','before':'a','after':'b'}]}""").difference()).isEqualTo("B1, B2 and B3 added, D1 reworded");
    }

    @Test
    void aDutyThatIsMappedAnewIsNamedOnceUnlessItIsNewItself() {
        assertThat(told("""
                {'changes':[{'kind':'mapped','part':'duty','field':'x','labelBefore':'D1','labelAfter':'D1'},
                 {'kind':'unmapped','part':'duty','field':'y','labelBefore':'D1','labelAfter':'D1'},
                 {'kind':'mapped','part':'duty','field':'x','labelAfter':'D2'}]}""").difference()).isEqualTo("D1 changed");
    }

    @Test
    void aFieldSaysWhatItIsNowWhereThatIsShort() {
        assertThat(told("""
                {'changes':[{'kind':'changed','part':'field','field':'medianSalary','before':'1','after':'34605'},
                 {'kind':'changed','part':'field','field':'overview','before':'a','after':'%s'},
                 {'kind':'changed','part':'field','field':'regulatedBy','before':'a'},
                 {'kind':'added','part':'field','field':'typicalJobTitles','labelAfter':'1','after':'a'}]}""".formatted("long ".repeat(20))).difference())
                .isEqualTo(
                        "median salary is now 34605, overview changed, regulated by removed, typical job titles changed");
    }

    @Test
    void aDayWithoutAVersionIsSaidToo() {
        assertThat(Wording.details(
                        told("{'version':'1.0','changeClass':null,'effectiveFrom':'2029-07-31','changes':[]}")))
                .isEqualTo("From 31 July 2029");
    }

    @Test
    void lessIsSaidOfWhatIsNotUnderstood() {
        for (var strange : new String[] {
            "{}",
            "{'changes':17,'version':'1.0'}",
            "{'version':'soon','changeClass':'new','effectiveFrom':'tomorrow','changes':null}",
            "{'changes':[null,{},{'kind':'split','part':'duty'}]}"
        }) {
            var told = told(strange);

            assertThat(Wording.heading(entry("{}"), told))
                    .endsWith("(OCC0218): approved")
                    .doesNotContain("version");
            assertThat(Wording.details(told)).isIn("", "Something split");
        }
    }
}

package org.occupationalstandards.standards.lifecycle.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be kept at all, and what a draft still lacks. */
class ContentCheckTest {

    private static final ContentLimits LIMITS = new ContentLimits(20, 30, 40, 50, 15, 3, 2, 2, 4, 100_000, 3_000);

    private static List<Problem> problems(Content content) {
        return ContentCheck.problems(content, LIMITS, "");
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Statement statement(String id) {
        return new Statement(id(id), id);
    }

    private static Content with(
            List<Statement> knowledge, List<Statement> skills, List<Duty> duties, List<Option> options) {
        return new Content(
                "Title", null, null, null, null, null, null, null, null, knowledge, skills, null, duties, options, null,
                null, null);
    }

    private static Duty duty(String id, List<UUID> ksbs, List<UUID> options, String... criteria) {
        return new Duty(id(id), id, true, List.of(criteria), ksbs, options);
    }

    @Test
    void whatIsFineIsFineUpToTheLimit() {
        var content = new Content(
                "x".repeat(20),
                "x".repeat(30),
                "x".repeat(39) + "\n",
                100_000,
                new Soc2020("3119", "x".repeat(15), List.of(new Soc2020.SubUnitGroup("3119/99", null))),
                Collections.nCopies(4, "x".repeat(15)),
                List.of("a", "b", "c", "d"),
                List.of(),
                List.of("tab\tis fine"),
                List.of(statement("k1"), statement("k2"), statement("k3")),
                List.of(new Statement(id("s1"), "x".repeat(50))),
                List.of(),
                List.of(duty("d1", List.of(id("k1")), List.of(id("o1")), "a", "b")),
                List.of(new Option(id("o1"), "x".repeat(20))),
                List.of(),
                "x".repeat(15),
                List.of());

        assertThat(problems(content)).isEmpty();
        assertThat(problems(Content.titled("Title"))).isEmpty();
    }

    @Test
    void oneCharacterMoreIsTooMuch() {
        var content = new Content(
                "x".repeat(21),
                "x".repeat(31),
                "x".repeat(41),
                100_001,
                new Soc2020("311", "x".repeat(16), List.of(new Soc2020.SubUnitGroup("3119", "x".repeat(16)))),
                Collections.nCopies(5, "x"),
                List.of("x".repeat(16)),
                List.of("x".repeat(16)),
                List.of("x".repeat(16)),
                List.of(statement("1"), statement("2"), statement("3"), statement("4")),
                List.of(new Statement(id("s1"), "x".repeat(51))),
                List.of(new Statement(id("b1"), " ")),
                List.of(
                        duty("d1", List.of(), List.of(), "a", "b", "c"),
                        duty("d2", List.of(), List.of(), "x".repeat(16)),
                        new Duty(id("d3"), "", true, null, null, null)),
                List.of(
                        new Option(id("o1"), "x".repeat(21)),
                        new Option(id("o2"), "Same"),
                        new Option(id("o3"), "Same")),
                List.of("x".repeat(16)),
                "x".repeat(16),
                List.of("x".repeat(16)));

        assertThat(problems(content))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/title",
                        "/overview",
                        "/summary",
                        "/medianSalary",
                        "/soc2020/code",
                        "/soc2020/title",
                        "/soc2020/subUnitGroups/0/code",
                        "/soc2020/subUnitGroups/0/title",
                        "/employers",
                        "/typicalJobTitles/0",
                        "/greenJobTitles/0",
                        "/keywords/0",
                        "/professionalRecognition/0",
                        "/regulatedBy",
                        "/mandatoryQualifications/0",
                        "/knowledge",
                        "/skills/0/text",
                        "/behaviours/0/text",
                        "/options",
                        "/options/0/title",
                        "/options/2/title",
                        "/duties",
                        "/duties/0/criteria",
                        "/duties/1/criteria/0",
                        "/duties/2/text");
    }

    @Test
    void aMegabyteIsRefusedInOneSentence() {
        assertThat(problems(Content.titled("x".repeat(1_000_000))))
                .containsExactly(new Problem("/title", "has 1,000,000 characters; at most 20 are allowed"));
    }

    @Test
    void charactersThatNobodyCanReadAreRefused() {
        for (String unreadable : List.of("a\u0000b", "a\u0007b", "a\ud800b", "a\udc00", "a\u0085b")) {
            assertThat(problems(Content.titled(unreadable))).as(unreadable).hasSize(1);
        }
        for (String readable : List.of("\ud83d\ude00", "é", "’", "\u200e\u05e9\u05dc\u05d5\u05dd")) {
            assertThat(problems(Content.titled(readable))).as(readable).isEmpty();
        }
        for (String prose : List.of("a\tb", "a\nb")) {
            assertThat(problems(Content.titled("A title").withOverview(prose)))
                    .as(prose)
                    .isEmpty();
            assertThat(problems(Content.titled(prose)))
                    .as(prose)
                    .containsExactly(new Problem("/title", "must be one line"));
        }
    }

    @Test
    void anAddressIsRefusedWhereverItStands() {
        String address = "a@b.org";
        var content = new Content(
                address,
                address,
                address,
                null,
                new Soc2020("3119", address, List.of(new Soc2020.SubUnitGroup("3119/99", address))),
                List.of(address),
                List.of(address),
                List.of(address),
                List.of(address),
                List.of(new Statement(id("k1"), address)),
                List.of(new Statement(id("s1"), address)),
                List.of(new Statement(id("b1"), address)),
                List.of(new Duty(id("d1"), address, true, List.of(address), List.of(), List.of())),
                List.of(new Option(id("o1"), address)),
                List.of(address),
                address,
                List.of(address));

        assertThat(problems(content))
                .containsExactlyElementsOf(List.of(
                                "/title",
                                "/overview",
                                "/summary",
                                "/soc2020/title",
                                "/soc2020/subUnitGroups/0/title",
                                "/employers/0",
                                "/typicalJobTitles/0",
                                "/greenJobTitles/0",
                                "/keywords/0",
                                "/professionalRecognition/0",
                                "/regulatedBy",
                                "/mandatoryQualifications/0",
                                "/knowledge/0/text",
                                "/skills/0/text",
                                "/behaviours/0/text",
                                "/options/0/title",
                                "/duties/0/text",
                                "/duties/0/criteria/0")
                        .stream()
                        .map(pointer ->
                                new Problem(pointer, "must not hold an e-mail address: events are kept for ever"))
                        .toList());
    }

    @Test
    void anAddressInATextThatIsTooLongIsNamedAsWell() {
        assertThat(problems(Content.titled("x".repeat(20) + " a@b.org")))
                .extracting(Problem::message)
                .containsExactly(
                        "has 28 characters; at most 20 are allowed",
                        "must not hold an e-mail address: events are kept for ever");
    }

    @Test
    void whatHasTheShapeOfAnAddressIsTakenForOne() {
        for (String text : List.of(
                "Ring 020 7946 0000, someone@example.org",
                "someone@example.org.",
                "(Jane.Smith+work@mail.example.co.uk)",
                "<o'neill@example.org>",
                "mailto:some_one@sub-domain.example",
                "ren\u00e9e@b\u00fccher.example",
                "a@b@c.org",
                "two\nlines@example.org\nof text")) {
            assertThat(MailAddress.isIn(text)).as(text).isTrue();
        }
        for (String text : List.of(
                "5 @ 3.50",
                "sold at 5@3.50",
                "Learning @ work. And more",
                "follow @example.org",
                "https://example.org/@someone.else",
                "someone@localhost",
                "@",
                "a@.org",
                "e.g. this",
                "user@")) {
            assertThat(MailAddress.isIn(text)).as(text).isFalse();
        }
    }

    /** A pattern that goes back over what it has read would be at it for hours. */
    @Test
    void noTextTakesLongToLookThrough() {
        for (String part : List.of("a", "@", "a@", "a.", "a@a.", "a@a-", ".a@")) {
            String text = part.repeat(1_000_000) + "@" + part.repeat(1_000_000);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> MailAddress.isIn(text), part);
        }
    }

    @Test
    void salariesAreWholePoundsAboveNothing() {
        assertThat(problems(salary(1))).isEmpty();
        assertThat(problems(salary(0))).hasSize(1);
        assertThat(problems(salary(-5))).hasSize(1);
    }

    private static Content salary(@Nullable Integer pounds) {
        return new Content(
                "Title", null, null, pounds, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    @Test
    void anIdIsUsedOnceAcrossAllParts() {
        var content = with(
                List.of(statement("a"), statement("a")),
                List.of(statement("a")),
                List.of(duty("a", List.of(), List.of())),
                List.of(new Option(id("a"), "One")));

        assertThat(problems(content))
                .containsExactly(
                        new Problem("/knowledge/1/id", "is the id of /knowledge/0 too"),
                        new Problem("/skills/0/id", "is the id of /knowledge/0 too"),
                        new Problem("/options/0/id", "is the id of /knowledge/0 too"),
                        new Problem("/duties/0/id", "is the id of /knowledge/0 too"));
    }

    @Test
    void aMissingIdIsSaid() {
        // JSON can leave it out, whatever the type says.
        var leftOut = new UUID[1];
        var content = with(List.of(new Statement(leftOut[0], "Text")), List.of(), List.of(), List.of());

        assertThat(problems(content)).containsExactly(new Problem("/knowledge/0/id", "must be given"));
    }

    @Test
    void aLinkThatLeadsNowhereIsSaid() {
        var content = with(
                List.of(statement("k1")),
                List.of(),
                List.of(duty("d1", List.of(id("k1"), id("k9")), List.of(id("o9")))),
                List.of());

        assertThat(problems(content))
                .containsExactly(
                        new Problem(
                                "/duties/0/ksbs",
                                "is mapped to %s, which is no statement of this standard".formatted(id("k9"))),
                        new Problem(
                                "/duties/0/options",
                                "belongs to %s, which is no option of this standard".formatted(id("o9"))));
    }

    @Test
    void pointersStartWhereTheContentIs() {
        assertThat(ContentCheck.problems(Content.titled("x".repeat(21)), LIMITS, "/content"))
                .extracting(Problem::pointer)
                .containsExactly("/content/title");
    }

    @Test
    void aDraftIsCompleteWhenEveryDutyHasAStatementAndEveryKnowledgeAndSkillADuty() {
        var content = new Content(
                "Title",
                "Overview",
                "Summary",
                null,
                null,
                List.of("Employer"),
                List.of("Job"),
                null,
                null,
                List.of(statement("k1"), statement("k2")),
                List.of(statement("s1")),
                List.of(statement("b1")),
                List.of(duty("d1", List.of(id("k1")), List.of()), duty("d2", List.of(), List.of())),
                null,
                null,
                null,
                null);

        assertThat(Completeness.missing(content))
                .containsExactly(
                        new Problem("/duties/1/ksbs", "Duty D2 is mapped to no knowledge, skill or behaviour"),
                        new Problem("/knowledge/1", "K2 is mapped to no duty"),
                        new Problem("/skills/0", "S1 is mapped to no duty"));
        assertThat(Completeness.missing(Content.titled(""))).hasSize(9);
    }

    @Test
    void blankLinesAndRepeatsGoButEmployersStayAsListed() {
        var content = new Content(
                " Title ",
                " ",
                "",
                null,
                null,
                List.of("B", " ", "A", "B "),
                List.of("J", "J ", ""),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "\r\n",
                null);

        assertThat(content.title()).isEqualTo("Title");
        assertThat(content.overview()).isNull();
        assertThat(content.regulatedBy()).isNull();
        assertThat(content.employers()).containsExactly("B", "A", "B");
        assertThat(content.typicalJobTitles()).containsExactly("J");
    }

    @Test
    void theDefaultsLeaveRoomForTheLargestRealStandards() {
        var largest = new Content(
                "x".repeat(90),
                "x".repeat(220),
                "x".repeat(5_100),
                null,
                null,
                IntStream.range(0, 97).mapToObj(i -> "e".repeat(896)).toList(),
                null,
                null,
                null,
                IntStream.range(0, 70)
                        .mapToObj(i -> new Statement(id("k" + i), "k".repeat(802)))
                        .toList(),
                IntStream.range(0, 59)
                        .mapToObj(i -> new Statement(id("s" + i), "s".repeat(734)))
                        .toList(),
                null,
                IntStream.range(0, 34)
                        .mapToObj(i -> duty("d" + i, List.of(), List.of()))
                        .toList(),
                null,
                null,
                null,
                null);

        assertThat(ContentCheck.problems(largest, ContentLimits.defaults(), "")).isEmpty();
    }

    @Test
    void theWholeIsLimitedTooInBytesWithEveryEntryAndMapping() {
        var ksbs = List.of(statement("k1"), statement("k2"));
        var mapped = List.of(id("k1"), id("k2"));
        // Title 5, three entries of 40 and their texts of 2, two mappings of 40, an overview.
        var room = new Content(
                "Title",
                "€".repeat(5),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ksbs,
                null,
                null,
                List.of(duty("d1", mapped, List.of())),
                null,
                null,
                null,
                null);
        var limits = new ContentLimits(20, 30, 40, 50, 15, 3, 2, 2, 4, 100_000, 5 + 15 + 3 * 42 + 2 * 40);

        assertThat(ContentCheck.problems(room, limits, "/content")).isEmpty();
        assertThat(ContentCheck.problems(room.withOverview("€".repeat(6)), limits, "/content"))
                .containsExactly(new Problem(
                        "/content",
                        "comes to 229 bytes with all its texts, entries and mappings; at most 226 are allowed"));
    }

    @Test
    void subUnitGroupsAreCounted() {
        var groups = java.util.stream.IntStream.rangeClosed(
                        0, ContentLimits.defaults().lines())
                .mapToObj(i -> new Soc2020.SubUnitGroup("%d/%02d".formatted(3_000 + i / 100, i % 100), null))
                .toList();
        var content = new Content(
                "Title",
                null,
                null,
                null,
                new Soc2020("3119", null, groups),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(ContentCheck.problems(content, ContentLimits.defaults(), ""))
                .extracting(Problem::pointer)
                .contains("/soc2020/subUnitGroups");
    }
}

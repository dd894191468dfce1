package org.occupationalstandards.standards.lifecycle.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.content.Change.Kind;
import org.occupationalstandards.standards.lifecycle.content.Change.Part;

/** What the difference says about the cases that readers of standards know. */
class ContentDiffTest {

    private static final UUID D1 = id("d1");

    @Test
    void removingASkillRenumbersTheOthersWithoutChangingThem() {
        Content before = skills("S1", "S2", "S3");
        Content after = skills("S1", "S3");

        assertThat(ContentDiff.between(before, after))
                .containsExactly(new Change(Kind.REMOVED, Part.SKILL, id("S2"), null, "S2", null, "Do S2", null));
        assertThat(ContentDiff.relabelled(before, after))
                .containsOnlyKeys(id("S3"))
                .containsValue(List.of("S3", "S2"));
    }

    @Test
    void movingOneSkillIsOneMove() {
        assertThat(ContentDiff.between(skills("S1", "S2", "S3", "S4"), skills("S4", "S1", "S2", "S3")))
                .containsExactly(new Change(Kind.MOVED, Part.SKILL, id("S4"), null, "S4", "S1", null, null));
    }

    @Test
    void aRewordedStatementKeepsItsIdAndSaysBothLabels() {
        Content before = skills("S1", "S2");
        Content after = content(List.of(new Statement(id("S2"), "Do it well")), List.of());

        assertThat(ContentDiff.between(before, after))
                .contains(new Change(Kind.REWORDED, Part.SKILL, id("S2"), null, "S2", "S1", "Do S2", "Do it well"));
    }

    @Test
    void aStatementThatBecomesAnotherKindGoesAndComesUnderTheSameId() {
        Content skill = skills("S1");
        Content knowledge = new Content(
                "Title",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                skill.skills(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(ContentDiff.between(skill, knowledge))
                .extracting(Change::kind, Change::part, Change::id)
                .containsExactlyInAnyOrder(
                        tuple(Kind.REMOVED, Part.SKILL, id("S1")), tuple(Kind.ADDED, Part.KNOWLEDGE, id("S1")));
        assertThat(ContentDiff.apply(ContentDiff.between(skill, knowledge), skill))
                .isEqualTo(knowledge);
    }

    @Test
    void aMappingNamesTheDutyAndTheStatement() {
        List<Statement> skills = statements("S1", "S2");
        Content before = content(skills, List.of(duty(id("S1"))));
        Content after = content(skills, List.of(duty(id("S2"))));

        assertThat(ContentDiff.between(before, after))
                .containsExactly(
                        new Change(Kind.UNMAPPED, Part.DUTY, D1, id("S1").toString(), "D1", "D1", "S1", null),
                        new Change(Kind.MAPPED, Part.DUTY, D1, id("S2").toString(), "D1", "D1", null, "S2"));
    }

    @Test
    void theOrderInWhichADutyNamesItsStatementsSaysNothing() {
        List<Statement> skills = statements("S1", "S2");

        assertThat(content(skills, List.of(duty(id("S2"), id("S1")))))
                .isEqualTo(content(skills, List.of(duty(id("S1"), id("S2")))));
    }

    @Test
    void spacesAroundATextSayNothing() {
        assertThat(Content.titled("  Title \r\n")).isEqualTo(Content.titled("Title"));
        assertThat(new Statement(D1, " a\r\nb ")).isEqualTo(new Statement(D1, "a\nb"));
    }

    @Test
    void aScalarTellsWhatItWasAndIs() {
        assertThat(ContentDiff.between(Content.titled("A"), Content.titled("B").withOverview("New")))
                .containsExactly(
                        new Change(Kind.CHANGED, Part.FIELD, null, "title", null, null, "A", "B"),
                        new Change(Kind.CHANGED, Part.FIELD, null, "overview", null, null, null, "New"));
    }

    @Test
    void aLineOfAListTellsItsPlace() {
        Content before = keywords("care", "health");
        Content after = keywords("science", "care");

        assertThat(ContentDiff.between(before, after))
                .containsExactly(
                        new Change(Kind.REMOVED, Part.FIELD, null, "keywords", "2", null, "health", null),
                        new Change(Kind.ADDED, Part.FIELD, null, "keywords", null, "1", null, "science"));
    }

    private static Content keywords(String... keywords) {
        return new Content(
                "Title",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(keywords),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Content skills(String... names) {
        return content(statements(names), List.of());
    }

    private static List<Statement> statements(String... names) {
        return Stream.of(names)
                .map(name -> new Statement(id(name), "Do " + name))
                .toList();
    }

    private static Duty duty(UUID... ksbs) {
        return new Duty(D1, "A duty", true, List.of(), List.of(ksbs), List.of());
    }

    private static Content content(List<Statement> skills, List<Duty> duties) {
        return new Content(
                "Title", null, null, null, null, null, null, null, null, null, skills, null, duties, null, null, null,
                null);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSubUnitGroupIsALineOfItsCodeAndItsTitleWhereItHasOne() {
        var before = classified(
                new Soc2020.SubUnitGroup("3119/01", "Assistants in laboratories"),
                new Soc2020.SubUnitGroup("3119/02", null));
        var after = classified(
                new Soc2020.SubUnitGroup("3119/02", null), new Soc2020.SubUnitGroup("3119/99", "Others, n.e.c."));

        List<Change> changes = ContentDiff.between(before, after);

        assertThat(changes)
                .containsExactly(
                        new Change(
                                Kind.REMOVED,
                                Part.FIELD,
                                null,
                                "soc2020.subUnitGroups",
                                "1",
                                null,
                                "3119/01 Assistants in laboratories",
                                null),
                        new Change(
                                Kind.ADDED,
                                Part.FIELD,
                                null,
                                "soc2020.subUnitGroups",
                                null,
                                "2",
                                null,
                                "3119/99 Others, n.e.c."));
        assertThat(ContentDiff.apply(changes, before)).isEqualTo(after);
        assertThat(ContentDiff.apply(ContentDiff.between(after, before), after)).isEqualTo(before);
        assertThat(ContentDiff.apply(ContentDiff.between(Content.titled("Title"), after), Content.titled("Title")))
                .isEqualTo(after);
    }

    /** Everything that can be said about a duty, and every kind of statement: there and back. */
    @Test
    void aWholeDocumentIsMadeOfItsDifferenceFromNothing() {
        Option option = new Option(id("o1"), "Laboratory");
        Statement k1 = new Statement(id("K1"), "Know");
        Statement s1 = new Statement(id("S1"), "Do");
        Statement b1 = new Statement(id("B1"), "Be");
        Duty duty = new Duty(
                D1,
                "A duty",
                false,
                List.of("No accident", "No waste"),
                List.of(k1.id(), s1.id()),
                List.of(option.id()));
        Content nothing = Content.titled("Title");
        Content whole = new Content(
                "Title",
                "Overview",
                "Summary",
                30_000,
                new Soc2020("3119", null, List.of()),
                List.of("A hospital", "A hospital"),
                List.of("Assistant"),
                List.of("Green assistant"),
                List.of("Care"),
                List.of(k1),
                List.of(s1),
                List.of(b1),
                List.of(duty),
                List.of(option),
                List.of("A society"),
                "A council",
                List.of("A diploma"));

        List<Change> changes = ContentDiff.between(nothing, whole);

        assertThat(changes)
                .contains(
                        new Change(Kind.MAPPED, Part.OPTION, D1, option.id().toString(), null, "D1", null, "O1"),
                        new Change(Kind.MAPPED, Part.DUTY, D1, k1.id().toString(), null, "D1", null, "K1"),
                        new Change(Kind.CHANGED, Part.DUTY, D1, "core", null, "D1", "true", "false"),
                        new Change(Kind.ADDED, Part.BEHAVIOUR, b1.id(), null, null, "B1", null, "Be"));
        assertThat(ContentDiff.apply(changes, nothing)).isEqualTo(whole);
        assertThat(ContentDiff.apply(ContentDiff.between(whole, nothing), whole))
                .isEqualTo(nothing);
        assertThat(ContentDiff.labels(whole))
                .containsEntry(k1.id(), "K1")
                .containsEntry(s1.id(), "S1")
                .containsEntry(b1.id(), "B1")
                .containsEntry(D1, "D1")
                .containsEntry(option.id(), "O1");
    }

    private static Content classified(Soc2020.SubUnitGroup... groups) {
        return new Content(
                "Title",
                null,
                null,
                null,
                new Soc2020("3119", "Science technicians", List.of(groups)),
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
    }
}

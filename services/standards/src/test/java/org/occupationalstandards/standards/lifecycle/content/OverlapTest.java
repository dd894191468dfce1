package org.occupationalstandards.standards.lifecycle.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverlapTest {

    private static Content existing(String title, String... skills) {
        List<Statement> statements = IntStream.range(0, skills.length)
                .mapToObj(i -> new Statement(id(i), skills[i]))
                .toList();
        return new Content(
                title,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                statements,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Overlap between(String title, List<String> sentences, Content existing) {
        return Overlap.between(title, sentences, Objects.requireNonNull(existing.title()), Overlap.sayings(existing));
    }

    private static UUID id(int number) {
        return UUID.nameUUIDFromBytes(("skill" + number).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itNamesTheWordsAndTheStatementsThatAreShared() {
        Overlap overlap = between(
                "Healthcare laboratory assistant",
                List.of("Keep accurate and confidential records", "Drive a van"),
                existing(
                        "Healthcare science assistant",
                        "Move items safely",
                        "Keep accurate, confidential records including in a digital format"));

        assertThat(overlap.words()).containsExactly("assistant", "healthcare");
        assertThat(overlap.statements())
                .containsExactly(new Overlap.Shared(
                        id(1),
                        "S2",
                        "Keep accurate and confidential records",
                        "Keep accurate, confidential records including in a digital format"));
        assertThat(overlap.worthAWarning()).isTrue();
    }

    @Test
    void dutiesAreComparedToo() {
        var content = new Content(
                "Driver",
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
                List.of(new Duty(id(7), "Drive a van through town", true, null, null, null)),
                null,
                null,
                null,
                null);

        assertThat(between("Courier", List.of("Drive a van through a town"), content)
                        .statements())
                .extracting(Overlap.Shared::label)
                .containsExactly("D1");
    }

    @Test
    void chanceIsNoWarning() {
        Overlap overlap = between("Welder", List.of("Work safely"), existing("Nurse", "Work safely", "Wash hands"));

        assertThat(overlap.statements()).hasSize(1);
        assertThat(overlap.worthAWarning()).isFalse();
        assertThat(between("", List.of("", "the"), existing("Nurse", "the of")).statements())
                .isEmpty();
    }

    @Test
    void threeStatementsAreMoreThanChance() {
        Overlap overlap = between(
                "Welder",
                List.of("Cut steel plates", "Join steel plates", "Check welded joints"),
                existing("Fabricator", "Cut steel plates", "Join steel plates", "Check welded joints"));

        assertThat(overlap.words()).isEmpty();
        assertThat(overlap.worthAWarning()).isTrue();
    }
}

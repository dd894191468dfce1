package org.occupationalstandards.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Real files of published standards, taken in through the API: what cannot be taken is refused record by record with all
 * reasons, and the same file again changes nothing. The files are not part of the project.
 */
class ImportedFilesTest {

    private final Running system = Systems.running();

    @Test
    void a_feed_with_duties_is_taken_in_but_for_the_records_with_dangling_links() {
        JsonNode first = imported("standards-with-duties.json", "application/json");

        assertThat(first.get("total").asInt()).isEqualTo(53);
        assertThat(first.get("accepted").asInt()).isEqualTo(44);
        assertThat(first.get("refused").valueStream()).hasSize(9).allSatisfy(each -> {
            assertThat(each.get("record").asString()).isNotBlank();
            assertThat(each.get("problems").toString())
                    .contains("The record has no knowledge")
                    .contains("is mapped to");
        });
        JsonNode again = imported("standards-with-duties.json", "application/json");
        assertThat(again.get("accepted").asInt()).isEqualTo(44);
        assertThat(again.get("unchanged").asInt()).isEqualTo(44);
    }

    @Test
    void a_feed_with_statements_is_taken_in_but_for_the_records_that_lack_a_part_or_skip_a_label() {
        JsonNode done = imported("standards-with-ksbs.json", "application/json");

        assertThat(done.get("total").asInt()).isEqualTo(162);
        assertThat(refused(done, "ST0602")).contains("“K003” stands where K2 was due");
        for (String withoutSkills : new String[] {"ST0235", "ST0329", "ST0236"}) {
            assertThat(refused(done, withoutSkills)).contains("The record has no skills");
        }
        // The worked example is developed here: a file does not overwrite it.
        assertThat(refused(done, "ST0218")).contains("lives here");
        assertThat(done.get("accepted").asInt()).isEqualTo(157);
    }

    @Test
    void a_list_of_facts_is_taken_in_but_for_the_row_that_cannot_be() {
        JsonNode done = imported("occupations.csv", "text/csv");

        assertThat(done.get("total").asInt()).isEqualTo(685);
        assertThat(refused(done, "OCC0381")).contains("The level is 2 to 7, not “0”");
        assertThat(done.get("refused").valueStream())
                .allSatisfy(each -> assertThat(each.get("problems").size()).isPositive());
    }

    private static String refused(JsonNode done, String record) {
        return done.get("refused")
                .valueStream()
                .filter(each -> each.get("record").asString().equals(record))
                .findFirst()
                .orElseThrow(() -> new AssertionError(record + " was not refused: " + done))
                .get("problems")
                .toString();
    }

    private JsonNode imported(String name, String mediaType) {
        Path file = outside(name);
        Answer accepted = system.sendAs("official", "POST", system.standards("/imports"), mediaType, text(file), null)
                .expecting(202);
        String progress = system.standards(accepted.header("Location").replaceFirst("^https?://[^/]+", ""));
        return await("the import of " + name)
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> system.getAs("official", progress).expecting(200).json(),
                        each -> each.get("state").asString().equals("done"));
    }

    /** In {@code shared/data} beside the checkout; where there is none, the test is skipped and says so. */
    private static Path outside(String name) {
        Optional<Path> file = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolveSibling("shared").resolve("data").resolve(name))
                .filter(Files::isReadable)
                .findFirst();
        assumeThat(file).as("shared/data/" + name + " beside the checkout").isPresent();
        return file.orElseThrow();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package org.occupationalstandards.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The same against the history: whatever the last release says (its tag), else the main branch, is published. Also holds
 * optional fields that were added since the first publication. Skipped where there is no history.
 */
class PublishedHistoryTest {

    private static final String OURS = "contracts/";

    @Test
    void nothing_that_is_recorded_as_published_was_edited() throws Exception {
        String base = base();
        for (String file : files(base, "src/test/resources/published")) {
            if (file.endsWith("SHA256SUMS")) continue;
            assertThat(Path.of(file)).exists();
            assertThat(Files.readString(Path.of(file)).strip()).as(file).isEqualTo(text(base, file));
        }
    }

    @Test
    void every_schema_means_what_it_meant_there() throws Exception {
        String base = base();
        for (String file : files(base, "src/main/resources/contracts/schemas")) {
            assertThat(Path.of(file)).exists();
            assertThat(PublishedGate.SCHEMA.breaches(
                            Published.JSON.readTree(text(base, file)), Published.read(Path.of(file))))
                    .as(file)
                    .isEmpty();
        }
    }

    @Test
    void the_description_has_all_that_it_had_there() throws Exception {
        String before = text(base(), Published.DESCRIPTION.toString());
        assertThat(PublishedGate.DESCRIPTION.breaches(
                        YAMLMapper.shared().readTree(before), Published.description(Published.DESCRIPTION)))
                .isEmpty();
    }

    /** The last release, else where this branch left the main one, else the commit before. */
    private static String base() throws Exception {
        for (List<String> asked : List.of(
                List.of("describe", "--tags", "--abbrev=0", "HEAD"),
                List.of("merge-base", "HEAD", "origin/main"),
                List.of("merge-base", "HEAD", "main"))) {
            Optional<String> found = git(asked);
            if (found.isPresent() && !found.equals(git(List.of("rev-parse", "HEAD")))) return found.get();
        }
        return git(List.of("rev-parse", "--verify", "--quiet", "HEAD~1"))
                .orElseGet(() -> abort("There is no history here to compare with."));
    }

    private static List<String> files(String base, String folder) throws Exception {
        List<String> files = git(List.of("ls-tree", "-r", "--name-only", "--full-tree", base, OURS + folder)).stream()
                .flatMap(String::lines)
                .map(file -> file.substring(OURS.length()))
                .toList();
        assumeFalse(files.isEmpty(), base + " has no " + folder);
        return files;
    }

    private static String text(String base, String file) throws Exception {
        return git(List.of("show", base + ":" + OURS + file)).orElseThrow();
    }

    private static Optional<String> git(List<String> arguments) throws Exception {
        try {
            Process git = new ProcessBuilder(
                            Stream.concat(Stream.of("git"), arguments.stream()).toList())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !answer.isEmpty() ? Optional.of(answer) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}

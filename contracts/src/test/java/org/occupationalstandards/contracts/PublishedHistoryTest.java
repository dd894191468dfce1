package org.occupationalstandards.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.occupationalstandards.contracts.MainLine.Version;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The same against the history: what the main line has ever held as published is published, optional fields that were added
 * later among it. Skipped where there is no history.
 */
class PublishedHistoryTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void nothing_that_is_recorded_as_published_was_ever_edited() throws Exception {
        assertThat(edited(HERE)).isEmpty();
    }

    @Test
    void every_schema_means_all_that_it_ever_meant() throws Exception {
        for (Version before : sincePublication(Published.SCHEMAS)) {
            Path today = Path.of(before.path());
            assertThat(today).as("published in " + before.commit()).exists();
            assertThat(PublishedGate.SCHEMA.breaches(
                            Published.JSON.readTree(before.text().orElseThrow()), Published.read(today)))
                    .as("%s as it was in %s", today, before.commit())
                    .isEmpty();
        }
    }

    @Test
    void the_description_has_all_that_it_ever_had() throws Exception {
        for (Version before : sincePublication(Published.DESCRIPTION)) {
            assertThat(PublishedGate.DESCRIPTION.breaches(
                            YAMLMapper.shared().readTree(before.text().orElseThrow()),
                            Published.description(Published.DESCRIPTION)))
                    .as("as it was in %s", before.commit())
                    .isEmpty();
        }
    }

    @Test
    void an_edit_shows_however_many_commits_ago_it_was_made(@TempDir Path repository) throws Exception {
        Path published = repository.resolve(Published.FIRST_SCHEMAS);
        Files.createDirectories(published);
        git(repository, "init", "--initial-branch=main");
        for (String text : List.of("as first published", "edited", "edited again")) {
            Files.writeString(published.resolve("edited.json"), text);
            Files.writeString(published.resolve("kept.json"), "kept");
            if (text.equals("edited")) Files.delete(published.resolve("lost.json"));
            if (text.equals("as first published")) Files.writeString(published.resolve("lost.json"), "lost");
            git(repository, "add", "--all");
            git(repository, "-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "-m", text);
        }

        assertThat(edited(repository))
                .extracting(Path::of)
                .containsExactlyInAnyOrder(
                        Published.FIRST_SCHEMAS.resolve("edited.json"), Published.FIRST_SCHEMAS.resolve("lost.json"));
    }

    /** The files that are not what they were when they first appeared. */
    private static List<String> edited(Path folder) throws Exception {
        Map<String, String> first = new LinkedHashMap<>();
        for (Version each : history(folder, Published.FIRST)) {
            if (!each.path().endsWith("SHA256SUMS"))
                each.text().ifPresent(text -> first.putIfAbsent(each.path(), text));
        }
        var edited = new ArrayList<String>();
        for (Map.Entry<String, String> each : first.entrySet()) {
            Path today = folder.resolve(each.getKey());
            if (!Files.exists(today) || !Files.readString(today).strip().equals(each.getValue()))
                edited.add(each.getKey());
        }
        return edited;
    }

    /** What stood there from the commit on that recorded it as published; before that, anything could be changed. */
    private static List<Version> sincePublication(Path what) throws Exception {
        List<Version> history = history(HERE, Published.FIRST, what);
        return history.stream()
                .filter(each ->
                        Path.of(each.path()).startsWith(what) && each.text().isPresent())
                .filter(each -> history.stream()
                        .filter(copy -> Path.of(copy.path()).startsWith(Published.FIRST)
                                && Path.of(copy.path())
                                        .endsWith(Path.of(each.path()).getFileName()))
                        .anyMatch(copy -> copy.number() <= each.number()))
                .toList();
    }

    private static List<Version> history(Path folder, Path... paths) throws Exception {
        var line = MainLine.of(folder);
        assumeThat(line).as("a history to compare with").isPresent();
        List<Version> versions = line.orElseThrow().versions(paths);
        assumeThat(versions).as("a history of " + List.of(paths)).isNotEmpty();
        return versions;
    }

    private static void git(Path folder, String... arguments) throws Exception {
        assertThat(new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments))
                                .toList())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }
}

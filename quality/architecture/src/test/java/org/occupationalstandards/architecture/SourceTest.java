package org.occupationalstandards.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.occupationalstandards.architecture.SourceRules.Source;

/** The project's source keeps its rules, and each rule would notice if it did not. */
class SourceTest {

    private static List<Source> sources;

    @BeforeAll
    static void read() throws IOException {
        // Maven runs tests in the module's folder, two below the project's.
        var project = Path.of("../..").toRealPath();
        try (var files = Files.walk(project)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/"))
                    // It holds an offender of every kind.
                    .filter(file -> !file.endsWith("SourceRules.java"))
                    .map(file -> new Source(file, read(file)))
                    .toList();
        }
        assertThat(sources).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void theProjectKeeps(SourceRules rule) {
        assertThat(rule.offences(sources)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOffenderIsNoticed(SourceRules rule) {
        assertThat(rule.offences(List.of(rule.planted()))).hasSize(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

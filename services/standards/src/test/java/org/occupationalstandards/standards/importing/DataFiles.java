package org.occupationalstandards.standards.importing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that the tests read: the examples that the project carries, and outside data where it is at hand. */
public final class DataFiles {

    /** A file that the project carries for its example. */
    public static String example(String name) {
        Path root = upwards()
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow();
        return text(
                root.resolve("services/standalone/src/main/resources/examples").resolve(name));
    }

    /**
     * A file of outside data, which the project does not carry: looked for in {@code -Dshared.data=FOLDER} or in
     * {@code shared/data} beside the checkout. Where there is none, the test that asks is skipped and says so.
     */
    public static Path shared(String name) {
        Optional<Path> file = Stream.concat(
                        Optional.ofNullable(System.getProperty("shared.data")).map(Path::of).stream(),
                        upwards().map(folder -> folder.resolveSibling("shared").resolve("data")))
                .map(folder -> folder.resolve(name))
                .filter(Files::isReadable)
                .findFirst();
        assumeTrue(file.isPresent(), () -> "no shared/data/" + name + " beside the checkout");
        return file.orElseThrow();
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> upwards() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent);
    }

    private DataFiles() {}
}

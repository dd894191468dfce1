package org.occupationalstandards.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files that this module publishes, as the tests read them. */
final class Published {

    static final JsonMapper JSON = JsonMapper.shared();
    static final Path SCHEMAS = Path.of("src/main/resources/contracts/schemas");
    static final Path EXAMPLES = Path.of("src/main/resources/contracts/examples");

    static final Path DESCRIPTION = Path.of("src/main/resources/contracts/asyncapi.yaml");
    static final Path FIRST = Path.of("src/test/resources/published");
    static final Path FIRST_DESCRIPTION = FIRST.resolve("asyncapi.yaml");
    static final Path CHECKSUMS = FIRST.resolve("SHA256SUMS");
    static final Path FIRST_SCHEMAS = Path.of("src/test/resources/published/schemas");
    static final Path FIRST_EXAMPLES = Path.of("src/test/resources/published/examples");

    /** The example of a type as it was when the type was first published. */
    static JsonNode asFirstPublished(String type) {
        return read(FIRST_EXAMPLES.resolve(type + ".json"));
    }

    static JsonNode description(Path file) {
        return YAMLMapper.shared().readTree(file.toFile());
    }

    static JsonNode read(Path file) {
        return JSON.readTree(file.toFile());
    }

    /** Names of the JSON files of a folder, without their ending. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Published() {}
}

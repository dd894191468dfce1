package org.occupationalstandards.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** What the example is made of, and the help. */
final class Resources {

    private Resources() {}

    /** What {@code ./start --help} says. */
    static String help() {
        return read("/help.txt");
    }

    static String text(String name) {
        return read("/examples/" + name);
    }

    private static String read(String name) {
        try (InputStream stream = Resources.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static JsonNode json(String name) {
        return Api.JSON.readTree(text(name));
    }
}

package org.occupationalstandards.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** What the example is made of. */
final class Resources {

    private Resources() {}

    static String text(String name) {
        try (InputStream stream = Resources.class.getResourceAsStream("/examples/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static JsonNode json(String name) {
        return Api.JSON.readTree(text(name));
    }
}

package org.occupationalstandards.notifications.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.occupationalstandards.notifications.PublicAddresses;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The examples of the guide, each complete and ready to run, with this system's addresses. {@code quality/outside/run}
 * runs each of them as it is served.
 */
@Component
class Snippets {

    private static final List<String> NAMES =
            List.of("poll.sh", "stream.sh", "subscribe.sh", "receive.mjs", "console.sh", "Follow.java");

    private final Map<String, String> texts;

    Snippets(PublicAddresses addresses) {
        var read = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            read.put(
                    name,
                    text(name)
                            .replace("${base}", addresses.publicUrl().toString())
                            .replace("${kafka}", addresses.kafka()));
        }
        this.texts = Map.copyOf(read);
    }

    /** By file name. */
    Map<String, String> all() {
        return texts;
    }

    private static String text(String name) {
        try {
            return new ClassPathResource("guide/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

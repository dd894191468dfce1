package org.occupationalstandards.testbed;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.embedded.EmbeddedKafka;

/** A Kafka broker of one test, which can fail and come back: it keeps its port and its data between stop and start. */
public final class Broker implements AutoCloseable {

    private final Path folder = TemporaryFolders.create("kafka");
    private final int port;
    private @Nullable EmbeddedKafka running;

    Broker() {
        var first = EmbeddedKafka.start(folder, 0);
        port = first.port();
        running = first;
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Clients get no answer from now on. */
    public synchronized void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** The broker is back with all it had. */
    public synchronized void start() {
        if (running == null) {
            running = EmbeddedKafka.start(folder, port);
        }
    }

    @Override
    public void close() {
        stop();
        TemporaryFolders.delete(folder);
    }
}

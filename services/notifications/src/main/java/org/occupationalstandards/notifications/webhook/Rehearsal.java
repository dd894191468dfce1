package org.occupationalstandards.notifications.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Signs and posts to itself once the service is up, so that the first change that goes to many is not the one for which
 * everything is loaded and compiled. Nobody else is called, and nothing follows from how it ends.
 */
@Component
class Rehearsal {

    private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final WebhookChannel channel;
    private final WebhookClient client;
    private final Secrets secrets;
    private final WebhookSettings settings;
    private final Clock clock;

    Rehearsal(WebhookChannel channel, WebhookClient client, Secrets secrets, WebhookSettings settings, Clock clock) {
        this.channel = channel;
        this.client = client;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /** On a thread of its own: nobody waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.rehearsals() > 0) Thread.ofVirtual().name("rehearsal").start(this::run);
    }

    void run() {
        try {
            var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                receiver.setExecutor(threads);
                receiver.createContext("/", exchange -> {
                    try (exchange) {
                        exchange.getRequestBody().readAllBytes();
                        exchange.sendResponseHeaders(204, -1);
                    }
                });
                receiver.start();
                var secret = secrets.seal(secrets.make());
                for (int i = 0; i < settings.rehearsals(); i++)
                    rehearse(receiver.getAddress(), secret, "rehearsal-" + i);
            } finally {
                receiver.stop(0);
            }
        } catch (IOException | RuntimeException trouble) {
            log.debug("The first deliveries will be slower", trouble);
        }
    }

    private void rehearse(InetSocketAddress receiver, byte[] secret, String id) {
        long timestamp = clock.instant().getEpochSecond();
        client.rehearse(receiver, BODY, id, timestamp, channel.sign(secret, id, timestamp, "{}"));
    }
}

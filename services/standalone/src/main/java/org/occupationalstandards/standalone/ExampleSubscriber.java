package org.occupationalstandards.standalone;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.occupationalstandards.embedded.Ports;

/**
 * Somebody else's system, in miniature: it has subscribed to the worked example, checks the signature of what it is sent,
 * and says what it has heard. It comes back on the same port with the same secret when the system is started again.
 */
final class ExampleSubscriber implements AutoCloseable {

    private static final String CLIENT = "subscriber";
    private static final String PATH = "/example-subscriber";
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORISED = 401;
    private static final int NO_BODY = -1;

    private final Api api;
    private final Terminal terminal;
    private final Path file;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private volatile String secret = "";

    private ExampleSubscriber(Api api, Terminal terminal, Path file, HttpServer server) {
        this.api = api;
        this.terminal = terminal;
        this.file = file;
        this.server = server;
    }

    /** @param file where it keeps its port and its secret */
    static ExampleSubscriber start(Api api, Terminal terminal, Path file) {
        try {
            var kept = kept(file);
            int port = Integer.parseInt(kept.getProperty("port", "0"));
            var address = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), port != 0 && Ports.isFree(port) ? port : Ports.free());
            var subscriber = new ExampleSubscriber(api, terminal, file, HttpServer.create(address, 0));
            subscriber.listen();
            subscriber.subscribe(kept);
            return subscriber;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether it has heard of an event of that type since it was started. */
    boolean hasHeard(String type) {
        return heard.contains(type);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void listen() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PATH, this::receive);
        server.start();
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort() + PATH;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int answer = NO_CONTENT;
            try {
                new Webhook(secret).verify(body, exchange.getRequestHeaders());
                var event = Api.JSON.readTree(body);
                var type = event.get("type").asString();
                heard.add(type);
                terminal.step("  a subscriber's webhook hears: %s (signature verified)".formatted(type));
            } catch (WebhookVerificationException | EmptyWebhookSecretException notSigned) {
                answer = UNAUTHORISED;
            }
            exchange.sendResponseHeaders(answer, NO_BODY);
        }
    }

    /** Keeps the subscription of an earlier start if it is still there for this address, else makes a new one. */
    private void subscribe(Properties kept) throws IOException {
        var subscriptions = api.addresses().notifications() + "/subscriptions";
        boolean found = false;
        for (var each : api.getAs(CLIENT, subscriptions).expecting(200).json().get("items")) {
            var id = each.get("id").asString();
            if (each.path("url").asString("").endsWith(PATH)) {
                if (id.equals(kept.getProperty("id"))
                        && each.path("url").asString("").equals(url())) {
                    found = true;
                    secret = kept.getProperty("secret");
                } else {
                    api.deleteAs(CLIENT, subscriptions + "/" + id).expecting(204);
                }
            }
        }
        if (!found) {
            var wanted = Map.of(
                    "channel", "webhook",
                    "url", url(),
                    "filter", Map.of("references", List.of(ExampleJourney.REFERENCE)));
            var made = api.postAs(
                            CLIENT, subscriptions, "application/json", Api.JSON.writeValueAsString(wanted), Map.of())
                    .expecting(201)
                    .json();
            secret = made.get("secret").asString();
            keep(made.get("id").asString());
        }
    }

    private void keep(String id) throws IOException {
        var properties = new Properties();
        properties.setProperty("id", id);
        properties.setProperty("port", Integer.toString(server.getAddress().getPort()));
        properties.setProperty("secret", secret);
        var incomplete = Files.createTempFile(file.toAbsolutePath().getParent(), "subscriber", ".incomplete");
        try (var writer = Files.newBufferedWriter(incomplete)) {
            properties.store(writer, null);
        }
        Files.move(incomplete, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Properties kept(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }
}

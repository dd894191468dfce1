package org.occupationalstandards.notifications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** The project's other services, as far as mail about work asks them. */
final class Project implements AutoCloseable {

    private static final Pattern AFTER = Pattern.compile("after=(\\d+)");
    private static final Pattern ACCESS = Pattern.compile("/people/([^/]+)/access");

    final Map<String, Map<String, ?>> access = new ConcurrentHashMap<>();
    final Set<String> erased = ConcurrentHashMap.newKeySet();
    final AtomicInteger refuses = new AtomicInteger();
    private final AtomicReference<String> token = new AtomicReference<>("the-token-of-a-service");
    private final List<ObjectNode> tellings = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int goneThrough;

    Project() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String[] settings() {
        var url = "http://localhost:" + server.getAddress().getPort();
        return new String[] {
            "notifications.work.client-id=notifications",
            "notifications.work.client-secret=secret",
            "notifications.work.tokens=" + url + "/oauth2/token",
            "notifications.work.standards=" + url,
            "notifications.work.directory=" + url,
            "notifications.work.checked-for=0s",
            "notifications.work.every=100ms",
            "notifications.work.forget-every=200ms"
        };
    }

    /** Tells those audiences of something that was done to a standard of route 8 and the group, and whose turn it is then. */
    Telling tells(String reference, String... audiences) {
        return new Telling(this, reference, List.of(audiences));
    }

    /** How many have been told. */
    long told() {
        return tellings.size();
    }

    /** As after a restore from a backup that did not have the last of them yet. */
    void forgetsTheLast() {
        tellings.removeLast();
    }

    /** As after so long a time that all but the last of them are too old to be given. */
    void keepsOnlyTheLast() {
        goneThrough = tellings.size() - 1;
    }

    /** What was signed before counts no more. */
    void hasNewKeys() {
        token.set("the-token-of-a-service-" + UUID.randomUUID());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/oauth2/token")) {
                answer(exchange, Map.of("access_token", token.get(), "expires_in", 300));
            } else if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (refuses.get() > 0) {
                refuses.decrementAndGet();
                exchange.sendResponseHeaders(503, -1);
            } else if (path.equals("/tellings")) {
                var after = AFTER.matcher(exchange.getRequestURI().getQuery());
                int from = after.find() ? Integer.parseInt(after.group(1)) : 0;
                var items = new ArrayList<Map<String, ?>>();
                for (int i = Math.max(from, goneThrough); i < tellings.size(); i++) {
                    items.add(Map.of("number", i + 1, "telling", tellings.get(i)));
                }
                answer(exchange, Map.of("items", items, "last", tellings.size(), "goneThrough", goneThrough));
            } else if (path.equals("/people")) {
                answer(
                        exchange,
                        erased.stream()
                                .filter(id ->
                                        exchange.getRequestURI().getQuery().contains(id))
                                .map(id -> Map.of("id", id, "name", "erased person", "erased", true))
                                .toList());
            } else {
                var person = ACCESS.matcher(path);
                var known = person.matches() ? access.get(person.group(1)) : null;
                if (known == null) exchange.sendResponseHeaders(404, -1);
                else answer(exchange, known);
            }
        }
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = RunningService.JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** One of them while it is put together. */
    static final class Telling {

        static final String GROUP = "6f1c7b1e-0218-4a7e-9d52-3c1b6f0a0218";

        private final Project project;
        private final ObjectNode telling = RunningService.JSON.createObjectNode();

        private Telling(Project project, String reference, List<String> audiences) {
            this.project = project;
            telling.put("reference", reference)
                    .put("title", "Stonemason")
                    .put("route", 8)
                    .put("owner", GROUP)
                    .put("command", "submit")
                    .put("does", "Sends the draft for approval.")
                    .put("by", "whoever-did-it");
            var told = telling.putArray("told");
            audiences.forEach(told::add);
            telling.putArray("turns");
        }

        Telling by(String person) {
            telling.put("by", person);
            return this;
        }

        Telling ofGroup(String chair, String... people) {
            var group = telling.putObject("group").put("id", GROUP);
            group.putArray("chairs").add(chair);
            var all = group.putArray("people").add(chair);
            List.of(people).forEach(all::add);
            return this;
        }

        Telling turnOf(String audience, String role, String what, String... exempt) {
            var due = telling.withArray("turns")
                    .addObject()
                    .put("who", audience)
                    .put("what", what)
                    .put("dueBy", "2027-01-07T09:00:00Z");
            due.putArray("roles").add(role);
            due.putArray("called");
            var not = due.putArray("exempt");
            List.of(exempt).forEach(not::add);
            return this;
        }

        void now() {
            telling.put("id", "event-" + UUID.randomUUID())
                    .put("recordedAt", Instant.now().toString());
            project.tellings.add(telling);
        }
    }
}

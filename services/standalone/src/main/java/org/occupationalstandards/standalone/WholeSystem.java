package org.occupationalstandards.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.embedded.CannotStart;
import org.occupationalstandards.embedded.DurablePostgres;
import org.occupationalstandards.embedded.EmbeddedKafka;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * PostgreSQL, Kafka and every service, running in this JVM. May be closed at any moment, also while it is starting: whatever
 * has been started by then is stopped.
 */
final class WholeSystem implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WholeSystem.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Addresses addresses;
    private final DataFolder folder;
    private final Terminal terminal;
    private final ExecutorService starters = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("start-", 1).factory());
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<Service, CompletableFuture<ConfigurableApplicationContext>> services = new LinkedHashMap<>();
    private CompletableFuture<@Nullable DurablePostgres> postgres = CompletableFuture.completedFuture(null);
    private CompletableFuture<@Nullable EmbeddedKafka> kafka = CompletableFuture.completedFuture(null);

    WholeSystem(Addresses addresses, DataFolder folder, Terminal terminal) {
        this.addresses = addresses;
        this.folder = folder;
        this.terminal = terminal;
    }

    /**
     * Returns once every service says that it is ready.
     *
     * @throws CannotStart when something does not start
     */
    void start() {
        begin();
        try {
            for (var service : services.entrySet()) {
                service.getValue().join();
            }
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof CannotStart refusal
                    ? refusal
                    : new CannotStart(
                            "The start failed: %s. The log is in %s.".formatted(failure.getCause(), folder.log()),
                            failure);
        }
        for (var service : Service.ALL) {
            awaitReady(service);
        }
    }

    /** The context of a service that has started. */
    ConfigurableApplicationContext context(String service) {
        return services.entrySet().stream()
                .filter(each -> each.getKey().name().equals(service))
                .map(each -> each.getValue().join())
                .findFirst()
                .orElseThrow();
    }

    DurablePostgres postgres() {
        var running = postgres.join();
        if (running == null) {
            throw new IllegalStateException("PostgreSQL is not running");
        }
        return running;
    }

    /** Services first, in their order; then what they stand on. */
    @Override
    public void close() {
        List<CompletableFuture<ConfigurableApplicationContext>> running;
        synchronized (this) {
            if (stopping.getCount() == 0) {
                return;
            }
            stopping.countDown();
            running = new ArrayList<>(services.values());
        }
        for (var service : running) {
            // One that is still starting loses its database, as in a crash; it is built to survive that.
            if (service.isDone() && !service.isCompletedExceptionally()) {
                quietly("a service", service.join());
            }
        }
        quietly("Kafka", finished(kafka));
        quietly("PostgreSQL", finished(postgres));
    }

    private synchronized void begin() {
        if (stopping.getCount() == 0) {
            return;
        }
        postgres = inBackground(() -> {
            var started = DurablePostgres.start(folder.postgres(), 0);
            terminal.step("PostgreSQL is running.");
            return started;
        });
        kafka = inBackground(() -> {
            var started = EmbeddedKafka.start(folder.kafka(), addresses.kafkaPort());
            terminal.step("Kafka is running.");
            return started;
        });
        var foundations = CompletableFuture.allOf(postgres, kafka);
        for (var service : Service.ALL) {
            services.put(service, foundations.thenApplyAsync(ready -> start(service), starters));
        }
    }

    private <T> CompletableFuture<T> inBackground(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, starters);
    }

    private ConfigurableApplicationContext start(Service service) {
        try {
            var context = service.application()
                    .get()
                    .registerShutdownHook(false)
                    .run(settings(service).entrySet().stream()
                            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                            .toArray(String[]::new));
            log.info("{} started", service.name());
            return context;
        } catch (RuntimeException failure) {
            throw new CannotStart(
                    "The %s service does not start: %s. The log is in %s."
                            .formatted(service.name(), rootCause(failure).getMessage(), folder.log()),
                    failure);
        }
    }

    /** As command-line arguments they win over whatever variables happen to be set on this machine. */
    private Map<String, String> settings(Service service) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.address", "localhost");
        settings.put("server.port", Integer.toString(addresses.httpPort() + service.portOffset()));
        settings.put("platform.security.issuers[0].uri", addresses.identity());
        settings.put("spring.datasource.url", postgres().url() + "?reWriteBatchedInserts=true");
        settings.put("spring.datasource.username", postgres().username());
        settings.put("spring.datasource.password", postgres().password());
        settings.put("spring.kafka.bootstrap-servers", addresses.kafka());
        // On one machine a second consumer makes twice the transactions of half the size.
        settings.put("platform.intake.concurrency", "1");
        settings.put("standards.publishing.schema-base", addresses.notifications() + "/schemas");
        settings.put("notifications.public-url", addresses.notifications());
        settings.put("notifications.catalogue-url", addresses.catalogue());
        settings.put("notifications.standards-url", addresses.standards());
        settings.put("notifications.kafka", addresses.kafka());
        // There is no mail server: what would be sent is kept and shown on a page.
        settings.put("notifications.email.outbox-page", "true");
        settings.put("notifications.work.client-id", "service");
        settings.put("notifications.work.client-secret", "service");
        settings.put("notifications.work.tokens", addresses.identity() + "/oauth2/token");
        settings.put("notifications.work.standards", addresses.standards());
        settings.put("notifications.work.directory", addresses.identity());
        settings.put("catalogue.notifications-url", addresses.notifications());
        settings.put("catalogue.standards-url", addresses.standards());
        // The example's subscriber is on this machine.
        settings.put("notifications.webhooks.allow-private-addresses", "true");
        settings.put("identity.issuer", addresses.identity());
        settings.put("identity.examples", "true");
        return settings;
    }

    private void awaitReady(Service service) {
        var readiness = new Readiness(addresses.of(service));
        while (!stopped(BETWEEN_LOOKS)) {
            if (readiness.reached()) {
                terminal.step("The %s service is ready.".formatted(service.name()));
                return;
            }
        }
    }

    private boolean stopped(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Waits for a start that is under way: a server must not come up after we have gone. */
    private static <T> @Nullable T finished(CompletableFuture<@Nullable T> starting) {
        try {
            return starting.join();
        } catch (CompletionException failed) {
            return null;
        }
    }

    private static void quietly(String what, @Nullable AutoCloseable running) {
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (Exception failure) {
            log.error("{} did not stop cleanly", what, failure);
        }
    }

    private static Throwable rootCause(Throwable failure) {
        var cause = failure.getCause();
        return cause == null || cause == failure ? failure : rootCause(cause);
    }
}

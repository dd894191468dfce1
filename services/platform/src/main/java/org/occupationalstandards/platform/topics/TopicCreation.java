package org.occupationalstandards.platform.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics that are missing, in the background, for as long as it takes the broker to answer. Consumers and
 * relays wait for {@link #done()}: a broker that creates topics by itself would do it with its own settings.
 */
public final class TopicCreation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final Map<String, Object> adminConfiguration;
    private final TopicLayout layout;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    private @Nullable Thread worker;

    TopicCreation(Map<String, Object> adminConfiguration, TopicLayout layout) {
        this.adminConfiguration = Map.copyOf(adminConfiguration);
        this.layout = layout;
    }

    /** Completes once every topic exists; never fails, waits on while the broker is away. */
    public CompletableFuture<@Nullable Void> done() {
        return done;
    }

    @Override
    public synchronized void start() {
        if (worker == null) worker = Thread.ofVirtual().name("topic-creation").start(this::createUntilDone);
    }

    @Override
    public synchronized void stop() {
        if (worker != null) worker.interrupt();
        worker = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    /** Before everything that sends or receives. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    private void createUntilDone() {
        try {
            while (!done.isDone()) {
                // Made anew for each attempt: a broker's name that does not resolve yet is refused when it is made.
                try (Admin admin = Admin.create(adminConfiguration)) {
                    create(admin);
                    done.complete(null);
                } catch (ExecutionException e) {
                    log.warn("Topics cannot be created yet: {}", String.valueOf(e.getCause()));
                    Thread.sleep(BETWEEN_ATTEMPTS);
                } catch (RuntimeException e) {
                    log.warn("Topics cannot be created yet", e);
                    Thread.sleep(BETWEEN_ATTEMPTS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        for (NewTopic topic : layout.topics()) {
            TopicDescription existing = describe(admin, topic.name());
            if (existing == null) {
                createOne(admin, topic);
            } else if (existing.partitions().size() != topic.numPartitions()) {
                log.warn(
                        "Topic {} has {} partitions, not {}; it is left as it is",
                        topic.name(),
                        existing.partitions().size(),
                        topic.numPartitions());
            }
        }
    }

    private static @Nullable TopicDescription describe(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) return null;
            throw e;
        }
    }

    /** Another service may have been quicker; that is as good. */
    private static void createOne(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
            log.info("Created topic {}", topic.name());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) throw e;
        }
    }
}

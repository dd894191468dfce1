package org.occupationalstandards.testbed;

import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL and Kafka in the containers that production uses. */
final class ContainerEngine implements Engine {

    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:4.2.2";

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private @Nullable DatabaseServer postgres;
    private @Nullable String bootstrapServers;

    private ContainerEngine() {}

    /**
     * An engine whose images are here.
     *
     * @throws NoContainers when Docker does not answer, or an image neither is here nor can be pulled
     */
    static ContainerEngine connect() throws NoContainers {
        try {
            if (!dockerAnswers()) {
                throw new NoContainers("Docker does not answer");
            }
            requireImage(POSTGRES);
            requireImage(KAFKA);
            return new ContainerEngine();
        } catch (RuntimeException failure) {
            throw new NoContainers("Docker does not work: " + failure.getMessage());
        }
    }

    /**
     * Where Testcontainers does not know the engine's address it looks from inside a container, for minutes if that
     * container's image cannot be fetched.
     */
    private static boolean dockerAnswers() throws NoContainers {
        var answer = new CompletableFuture<Boolean>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> answer.complete(DockerClientFactory.instance().isDockerAvailable()));
        try {
            return answer.get(15, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new NoContainers("Docker does not answer in time");
        } catch (ExecutionException failure) {
            throw new NoContainers("Docker does not work: " + failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoContainers("interrupted while asking for Docker");
        }
    }

    @Override
    public synchronized DatabaseServer postgres() throws NoContainers {
        if (postgres == null) {
            // Not durable, as the embedded one; many connections, because Spring keeps contexts of earlier test
            // classes.
            var container = new PostgreSQLContainer(POSTGRES)
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300")
                    // By TCP, which the server that only prepares the data does not answer.
                    .waitingFor(Wait.forSuccessfulCommand("pg_isready -h localhost"));
            startUntilTheEnd(container);
            postgres = new DatabaseServer(
                    container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                    container.getUsername(),
                    container.getPassword());
        }
        return postgres;
    }

    @Override
    public synchronized String bootstrapServers() throws NoContainers {
        if (bootstrapServers == null) {
            var container = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            startUntilTheEnd(container);
            bootstrapServers = container.getBootstrapServers();
        }
        return bootstrapServers;
    }

    @Override
    public String description() {
        return "containers " + POSTGRES + " and " + KAFKA;
    }

    /** Testcontainers' own cleaner, a container in itself, is switched off: one image less to fetch. */
    private static void startUntilTheEnd(GenericContainer<?> container) throws NoContainers {
        try {
            container.withStartupTimeout(PATIENCE).start();
        } catch (ContainerLaunchException failure) {
            throw new NoContainers("a container of " + container.getDockerImageName() + " does not start");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    }

    /** Testcontainers would retry a hopeless pull for minutes. */
    private static void requireImage(String image) throws NoContainers {
        var docker = DockerClientFactory.lazyClient();
        try {
            docker.inspectImageCmd(image).exec();
        } catch (NotFoundException notHere) {
            pull(image);
        }
    }

    private static void pull(String image) throws NoContainers {
        try {
            boolean complete =
                    DockerClientFactory.lazyClient().pullImageCmd(image).start().awaitCompletion(3, TimeUnit.MINUTES);
            if (!complete) {
                throw new NoContainers("pulling " + image + " takes too long");
            }
        } catch (RuntimeException failure) {
            throw new NoContainers(image + " cannot be pulled");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoContainers("interrupted while pulling " + image);
        }
    }
}

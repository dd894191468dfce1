package org.occupationalstandards.testbed;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL and one Kafka for all tests of this JVM, started when first asked for and stopped with it.
 *
 * <p>In containers where Docker answers, else embedded; {@code -Dtestbed=embedded} insists on the latter. A line on
 * standard output says which.
 *
 * <p>In a Spring test: <pre>{@code
 * @DynamicPropertySource
 * static void testbed(DynamicPropertyRegistry registry) {
 *     Testbed.properties().forEach((name, value) -> registry.add(name, () -> value));
 * }
 * }</pre>
 */
public final class Testbed {

    private static @Nullable Engine engine;

    private Testbed() {}

    /** Makes an empty database that no other test uses. */
    public static Database freshDatabase() {
        return ask(Engine::postgres).freshDatabase();
    }

    /** The broker that all tests of this JVM share: topics and consumer groups of earlier test classes may be there. */
    public static String bootstrapServers() {
        return ask(Engine::bootstrapServers);
    }

    /**
     * Starts a broker for one test alone, empty at first, which the test may stop and start again on the same port and
     * data. Embedded always. Close it after the test.
     */
    public static Broker ownBroker() {
        return new Broker();
    }

    /** Spring's properties for a fresh database, made by this call, and the shared broker. */
    public static Map<String, String> properties() {
        return properties(freshDatabase(), bootstrapServers());
    }

    /** Spring's properties for the given database and broker. */
    public static Map<String, String> properties(Database database, String bootstrapServers) {
        var properties = new HashMap<String, String>();
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.username());
        properties.put("spring.datasource.password", database.password());
        properties.put("spring.kafka.bootstrap-servers", bootstrapServers);
        return Map.copyOf(properties);
    }

    private interface Request<T> {
        T to(Engine engine) throws NoContainers;
    }

    /** That containers do not work may show only when the first is started. */
    private static synchronized <T> T ask(Request<T> request) {
        try {
            return request.to(engine == null ? engine = chooseEngine() : engine);
        } catch (NoContainers here) {
            engine = announced(new EmbeddedEngine(here.reason()));
            try {
                return request.to(engine);
            } catch (NoContainers never) {
                throw new IllegalStateException(never);
            }
        }
    }

    private static Engine chooseEngine() throws NoContainers {
        return announced(
                "embedded".equals(System.getProperty("testbed"))
                        ? new EmbeddedEngine("as -Dtestbed=embedded says")
                        : ContainerEngine.connect());
    }

    private static Engine announced(Engine engine) {
        System.out.println("Testbed: " + engine.description());
        return engine;
    }
}

package org.occupationalstandards.standards.running;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.occupationalstandards.standards.StandardsService;
import org.occupationalstandards.testbed.Database;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One instance of the service on a free port. */
public final class RunningStandards implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final TestIssuer issuer;

    private RunningStandards(ConfigurableApplicationContext context, TestIssuer issuer) {
        this.context = context;
        this.issuer = issuer;
    }

    /** On a database of its own, with the broker that all tests share. */
    public static RunningStandards start(TestIssuer issuer) {
        return start(issuer, Testbed.freshDatabase(), Testbed.bootstrapServers());
    }

    public static RunningStandards start(TestIssuer issuer, Database database, String bootstrapServers) {
        return start(issuer, properties(issuer, database, bootstrapServers));
    }

    /** What an instance on these has to be told; a test may add to it. */
    public static Map<String, String> properties(TestIssuer issuer, Database database, String bootstrapServers) {
        var properties = new HashMap<String, String>(Testbed.properties(database, bootstrapServers));
        properties.put("server.port", "0");
        properties.put("platform.security.issuers[0].uri", issuer.uri());
        return properties;
    }

    public static RunningStandards start(TestIssuer issuer, Map<String, String> properties) {
        return start(issuer, properties, Clock.systemUTC());
    }

    /** With another clock than that of the machine. */
    public static RunningStandards start(TestIssuer issuer, Map<String, String> properties, Clock clock) {
        var arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        var application = StandardsService.application()
                .initializers((GenericApplicationContext context) -> context.registerBean(
                        "testClock", Clock.class, () -> clock, definition -> definition.setPrimary(true)));
        return new RunningStandards(application.run(arguments), issuer);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Requests to this instance, as nobody in particular. */
    public Client client() {
        return new Client(port(), issuer);
    }

    @Override
    public void close() {
        context.close();
    }
}

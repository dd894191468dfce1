package org.occupationalstandards.standalone;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.occupationalstandards.embedded.CannotStart;
import org.occupationalstandards.embedded.Ports;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;

/** Starts everything, tells where it is, and stops it when asked to: exit code 0. What does not start is one sentence, and 1. */
public final class Standalone {

    private Standalone() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var options = Options.parse(arguments);
            if (options.help()) {
                System.out.print(Resources.help());
                return;
            }
            run(options);
        } catch (CannotStart refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options) throws InterruptedException {
        var terminal = new Terminal(System.out, Clock.systemUTC());
        requireFreePorts(options);
        var folder = DataFolder.open(options.data(), !options.empty());
        prepareJvm(folder);
        var addresses = new Addresses(options.httpPort(), options.kafkaPort());
        var system = new WholeSystem(addresses, folder, terminal);
        var example = new Example(addresses, folder, terminal);
        var failed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            boolean asked = failed.getCount() == 1;
            if (asked) {
                terminal.line("");
                terminal.step("Stopping …");
            }
            example.close();
            system.close();
            folder.close();
            if (asked) {
                terminal.step("Stopped. Everything is kept in %s.".formatted(options.data()));
            }
            // By itself the JVM would report the signal as its exit code.
            Runtime.getRuntime().halt(asked ? 0 : 1);
        }));
        try {
            terminal.step("Starting, with the data in %s …".formatted(options.data()));
            system.start();
            if (!options.empty()) {
                example.play();
            }
            terminal.line(Welcome.text(addresses, folder));
            new CountDownLatch(1).await();
        } catch (RuntimeException failure) {
            failed.countDown();
            throw failure;
        }
    }

    /** Before anything logs, and before Spring and Axon are loaded. */
    private static void prepareJvm(DataFolder folder) {
        System.setProperty("standalone.log", folder.log().toString());
        System.setProperty("logback.configurationFile", "logback-standalone.xml");
        // Each service would set logging up anew for all of them, and shut it down for all when it stops.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        System.setProperty("axoniq.update-checker.disabled", "true");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static void requireFreePorts(Options options) {
        for (int offset = 0; offset < Options.HTTP_PORTS; offset++) {
            requireFree(options.httpPort() + offset, "--http-port");
        }
        requireFree(options.kafkaPort(), "--kafka-port");
    }

    private static void requireFree(int port, String option) {
        if (!Ports.keep(port)) {
            throw new CannotStart("Port %d is taken by another program; stop that, or choose another port with %s."
                    .formatted(port, option));
        }
    }
}

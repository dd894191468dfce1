package org.occupationalstandards.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.occupationalstandards.embedded.Ports;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On one class path every service is what it is alone: nothing of another's configuration, beans or tables. */
class SeparationTest {

    @TempDir
    static Path parent;

    private static DataFolder folder;
    private static WholeSystem system;
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        folder = DataFolder.open(parent.resolve("data"), false);
        var terminal = new Terminal(new PrintStream(SAID, true, StandardCharsets.UTF_8), Clock.systemUTC());
        system = new WholeSystem(new Addresses(Ports.freeInARow(Options.HTTP_PORTS), Ports.free()), folder, terminal);
        system.start();
    }

    @AfterAll
    static void stop() {
        system.close();
        folder.close();
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
    }

    @Test
    void everyServiceSaysThatItIsReady() {
        for (var service : Service.ALL) {
            assertThat(SAID.toString(StandardCharsets.UTF_8)).contains("The " + service.name() + " service is ready.");
        }
    }

    @Test
    void everyServiceReadsItsOwnConfiguration() {
        for (var service : Service.ALL) {
            var environment = system.context(service.name()).getEnvironment();
            assertThat(environment.getProperty("spring.application.name")).isEqualTo(service.name());
            assertThat(environment.getPropertySources().stream().map(source -> source.getName()))
                    .filteredOn(name -> name.contains(".yml"))
                    .singleElement()
                    .asString()
                    .contains(service.name() + ".yml");
        }
    }

    @Test
    void onlyTheStandardsServiceHasAxon() {
        for (var service : Service.ALL) {
            var fromAxon = beanClasses(service.name()).stream()
                    .filter(name -> name.startsWith("org.axonframework"))
                    .toList();
            if (service.name().equals("standards")) {
                assertThat(fromAxon).isNotEmpty();
            } else {
                assertThat(fromAxon).as(service.name()).isEmpty();
            }
        }
    }

    @Test
    void noServiceHasBeansOfAnother() {
        for (var service : Service.ALL) {
            for (var other : Service.ALL) {
                if (!other.equals(service)) {
                    assertThat(beanClasses(service.name()))
                            .as("%s in %s", other.name(), service.name())
                            .noneMatch(name -> name.startsWith("org.occupationalstandards." + other.name() + "."));
                }
            }
        }
    }

    @Test
    void everyServiceHasASchemaOfItsOwn() {
        for (var service : Service.ALL) {
            var schema = system.context(service.name())
                    .getBean(JdbcClient.class)
                    .sql("SELECT current_schema()")
                    .query(String.class)
                    .single();
            assertThat(schema).isEqualTo(service.name());
        }
    }

    private static List<String> beanClasses(String service) {
        var context = system.context(service);
        return Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getType)
                .filter(type -> type != null)
                .map(Class::getName)
                .toList();
    }
}

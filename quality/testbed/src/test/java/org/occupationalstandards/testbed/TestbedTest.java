package org.occupationalstandards.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TestbedTest {

    @Test
    void givesEveryTestClassADatabaseOfItsOwn() throws Exception {
        var first = Testbed.freshDatabase();
        var second = Testbed.freshDatabase();

        execute(first, "CREATE TABLE mine (id int)");
        execute(second, "CREATE TABLE mine (id int)");

        assertThat(first.url()).isNotEqualTo(second.url());
    }

    @Test
    void namesWhatSpringNeeds() {
        assertThat(Testbed.properties())
                .containsOnlyKeys(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "spring.kafka.bootstrap-servers");
    }

    @Test
    void sharesOneBroker() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Testbed.bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }

    @Test
    void anOwnBrokerComesBackWithItsTopics() throws Exception {
        try (var broker = Testbed.ownBroker()) {
            var client = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
            try (var admin = Admin.create(client)) {
                admin.createTopics(java.util.List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
            }
            broker.stop();
            broker.start();
            try (var admin = Admin.create(client)) {
                assertThat(admin.listTopics().names().get()).contains("kept");
            }
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        var properties = new Properties();
        properties.put("user", database.username());
        properties.put("password", database.password());
        try (var connection = DriverManager.getConnection(database.url(), properties);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.occupationalstandards.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.identity.IdentitySettings;
import org.occupationalstandards.testbed.Testbed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys are replaced in time, and nobody meets a token whose key is not published. */
class SigningKeysTest {

    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final InstantSource time = () -> now;

    private DriverManagerDataSource database;

    @BeforeEach
    void migrate() {
        var fresh = Testbed.freshDatabase();
        database = new DriverManagerDataSource(fresh.url(), fresh.username(), fresh.password());
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/identity")
                .load()
                .migrate();
    }

    @Test
    void aKeyIsAnnouncedBeforeItSignsAndKeptAfterIt() {
        var keys = keys(null);
        var first = keys.current();
        assertThat(published(keys)).containsExactly(first);

        pass(Duration.ofDays(90));
        keys.replaceAgedKeys();
        assertThat(keys.current()).as("announced only").isEqualTo(first);
        assertThat(published(keys)).hasSize(2).contains(first);

        pass(Duration.ofMinutes(6));
        var second = keys.current();
        assertThat(second).isNotEqualTo(first);
        assertThat(published(keys)).containsExactlyInAnyOrder(first, second);

        pass(Duration.ofHours(24));
        keys.replaceAgedKeys();
        assertThat(published(keys)).as("tokens of the first may still be about").contains(first);

        pass(Duration.ofHours(2));
        keys.replaceAgedKeys();
        assertThat(published(keys)).containsExactly(second);
    }

    @Test
    void aClockThatIsSetBackStopsNoSignIn() {
        var keys = keys(null);
        var first = keys.current();

        now = now.minusSeconds(90);

        assertThat(keys.current()).isEqualTo(first);
        assertThat(keys(null).current()).as("an instance that runs behind").isEqualTo(first);
    }

    @Test
    void anotherInstanceUsesTheSameKey() {
        assertThat(keys(null).current()).isEqualTo(keys(null).current());
    }

    @Test
    void encryptedKeysNeedTheirPassword() {
        var id = keys("correct horse").current();
        assertThat(JdbcClient.create(database)
                        .sql("select private_key from signing_key")
                        .query(String.class)
                        .single())
                .doesNotContain("kty", "RSA");

        assertThat(keys("correct horse").current()).isEqualTo(id);
        assertThatThrownBy(() -> keys(null)).hasMessageContaining("set identity.keys.password");
        assertThatThrownBy(() -> keys("battery staple")).hasMessageContaining("is not the password");
    }

    private SigningKeys keys(@Nullable String password) {
        var settings = new IdentitySettings(
                "http://localhost:8084",
                false,
                new IdentitySettings.Workspace(List.of(), List.of()),
                new IdentitySettings.Keys(password, Duration.ofDays(90), Duration.ofMinutes(5), Duration.ofHours(25)),
                new IdentitySettings.Attempts(10, 100, Duration.ofMinutes(5)));
        var keys = new SigningKeys(
                JdbcClient.create(database),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                time.withZone(ZoneOffset.UTC),
                settings);
        keys.afterPropertiesSet();
        return keys;
    }

    private void pass(Duration passed) {
        now = now.plus(passed);
    }

    private static List<String> published(SigningKeys keys) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).stream()
                .map(JWK::getKeyID)
                .toList();
    }
}

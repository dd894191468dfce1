package org.occupationalstandards.identity.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.identity.IdentitySettings;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The key set. The first key is made on the first start; later ones are published for a while before they sign, and the replaced ones
 * for a while after, so that nobody meets a token whose key cannot be found. Any number of instances may share the database.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext>, InitializingBean {

    /** Any number, as long as nothing else in this schema locks by it. */
    private static final long LOCK = 0x6b657973;

    /** Shorter than any announcement of a new key. */
    private static final Duration CACHED_FOR = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final IdentitySettings.Keys settings;
    private final KeyProtection protection;
    private volatile @Nullable Known known;

    SigningKeys(JdbcClient jdbc, TransactionOperations transactions, Clock clock, IdentitySettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings.keys();
        this.protection = new KeyProtection(this.settings.password());
    }

    private record Key(RSAKey key, Instant createdAt, Instant signsFrom) {}

    /** The keys newest first, as they were read at an instant. */
    private record Known(List<Key> keys, Instant readAt) {}

    @Override
    public void afterPropertiesSet() {
        replaceAgedKeys();
    }

    /** Makes the first key, makes a new one when the newest has aged, and drops those that no token can need any more. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void replaceAgedKeys() {
        transactions.executeWithoutResult(transaction -> {
            // The lock falls with the transaction; a second instance waits here, and then finds the first one's key.
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query()
                    .singleRow();
            var now = clock.instant();
            var keys = read();
            if (keys.isEmpty()) {
                insert(now, now);
            } else if (!keys.getFirst().createdAt().plus(settings.rotateAfter()).isAfter(now)) {
                insert(now, now.plus(settings.announce()));
            }
            dropReplaced(now);
        });
        known = null;
    }

    /** The id of the key that signs now. A clock that was set back, or runs behind another instance's, takes the oldest. */
    public String current() {
        var now = clock.instant();
        var newestFirst = keys();
        return newestFirst.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(newestFirst::getLast)
                .key()
                .getKeyID();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(
                new JWKSet(keys().stream().map(key -> (JWK) key.key()).toList()));
    }

    private List<Key> keys() {
        var now = clock.instant();
        var cached = known;
        if (cached == null || cached.readAt().plus(CACHED_FOR).isBefore(now)) {
            cached = new Known(read(), now);
            known = cached;
        }
        return cached.keys();
    }

    private List<Key> read() {
        return jdbc.sql("select private_key, salt, created_at, signs_from from signing_key order by signs_from desc")
                .query((row, number) -> new Key(
                        parse(protection.open(row.getString("private_key"), row.getString("salt"))),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("signs_from", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void insert(Instant createdAt, Instant signsFrom) {
        var key = generate();
        var sealed = protection.seal(key.toJSONString());
        jdbc.sql("""
                        insert into signing_key (id, created_at, signs_from, public_key, private_key, salt)
                        values (:id, :createdAt, :signsFrom, :publicKey, :privateKey, :salt)""")
                .param("id", key.getKeyID())
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .param("signsFrom", signsFrom.atOffset(ZoneOffset.UTC))
                .param("publicKey", key.toPublicJWK().toJSONString())
                .param("privateKey", sealed.text())
                .param("salt", sealed.salt())
                .update();
    }

    private void dropReplaced(Instant now) {
        jdbc.sql("""
                        delete from signing_key old where exists (
                            select from signing_key younger
                            where younger.signs_from > old.signs_from and younger.signs_from < :now)""")
                .param("now", now.minus(settings.keep()).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JVM cannot make RSA keys", e);
        }
    }

    private static RSAKey parse(String json) {
        try {
            return RSAKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("A signing key in the database is damaged", e);
        }
    }
}

package org.occupationalstandards.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** A good token is verified once a minute, and no longer believed than it says. */
class RememberedTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final List<String> verified = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final Ticker ticker = nanos::get;
    private Instant end = NOW.plusSeconds(3600);

    private Instant now = NOW;
    private final InstantSource clock = () -> now;

    private final RememberedTokens tokens = new RememberedTokens(this::verify, clock, ticker);

    private Jwt verify(String token) {
        verified.add(token);
        if (token.startsWith("bad")) {
            throw new BadJwtException("bad");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(end)
                .build();
    }

    @Test
    void aGoodOneIsVerifiedOnceAMinute() {
        assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
        assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
        assertThat(tokens.decode("two").getSubject()).isEqualTo("two");
        pass(Duration.ofSeconds(59));
        tokens.decode("one");
        assertThat(verified).containsExactly("one", "two");

        pass(Duration.ofSeconds(2));
        tokens.decode("one");
        assertThat(verified).containsExactly("one", "two", "one");
    }

    @Test
    void oneThatEndsSoonIsVerifiedAgainThen() {
        end = NOW.plusSeconds(5);
        tokens.decode("short");
        pass(Duration.ofSeconds(6));
        tokens.decode("short");
        assertThat(verified).hasSize(2);
    }

    @Test
    void whileTheMachineSleptItAgedByTheClock() {
        end = NOW.plusSeconds(30);
        tokens.decode("slept");
        now = NOW.plusSeconds(3600);
        tokens.decode("slept");
        assertThat(verified).hasSize(2);
    }

    @Test
    void oneBeyondItsEndIsVerifiedEachTime() {
        end = NOW.minusSeconds(5);
        tokens.decode("late");
        tokens.decode("late");
        assertThat(verified).hasSize(2);
    }

    @Test
    void aBadOneIsRefusedEachTime() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThat(verified).hasSize(2);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

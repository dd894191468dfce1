package org.occupationalstandards.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Does not verify the signature of a token again that was good a moment ago: whoever works with us sends the same one with
 * each request. What was refused is not remembered. A key that its issuer has taken back is believed for one more minute at
 * most, and no token for longer than it says itself.
 */
class RememberedTokens implements JwtDecoder {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final InstantSource clock;
    private final Cache<String, Jwt> good;

    RememberedTokens(JwtDecoder decoder) {
        this(decoder, InstantSource.system(), Ticker.systemTicker());
    }

    RememberedTokens(JwtDecoder decoder, InstantSource clock, Ticker ticker) {
        this.decoder = decoder;
        this.clock = clock;
        this.good = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(ticker)
                .expireAfter(Expiry.creating((String token, Jwt jwt) -> remembered(jwt)))
                .build();
    }

    /** Not beyond the end that the token names; the decoder may allow for clocks that differ, and is asked then. */
    private Duration remembered(Jwt jwt) {
        Instant end = jwt.getExpiresAt();
        if (end == null) {
            return LONGEST;
        }
        var left = Duration.between(clock.instant(), end);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    @Override
    public Jwt decode(String token) {
        var known = good.getIfPresent(token);
        // By the clock, too: a machine that slept has aged it more than the cache knows.
        if (known != null
                && (known.getExpiresAt() == null || known.getExpiresAt().isAfter(clock.instant()))) {
            return known;
        }
        // Outside of the cache: keys may have to be fetched, and whoever waits for another token must not wait for
        // that.
        var jwt = decoder.decode(token);
        good.put(token, jwt);
        return jwt;
    }
}

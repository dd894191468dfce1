package org.occupationalstandards.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away what was given out and has run out, and sign-ins that nobody finished. */
@Component
class SpentAuthorizations {

    private static final Duration KEPT = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Clock clock;

    SpentAuthorizations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void clear() {
        jdbc.sql("""
                        delete from oauth2_authorization
                        where coalesce(access_token_expires_at, authorization_code_expires_at) < :before""")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}

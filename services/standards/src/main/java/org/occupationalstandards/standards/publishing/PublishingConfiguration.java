package org.occupationalstandards.standards.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.occupationalstandards.standards.eventsourcing.Places;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishingSettings.class)
class PublishingConfiguration {

    /** Named for its place in the health report. */
    @Bean
    RelayState relayHealthIndicator(
            Outbox outbox, JdbcClient jdbc, Following following, Places places, Clock clock, MeterRegistry meters) {
        return new RelayState(outbox, jdbc, following, places, clock, meters);
    }

    @Bean
    Relay relay(
            Outbox outbox,
            JdbcClient jdbc,
            Following following,
            Kafka kafka,
            Wakeup wakeup,
            PublishingSettings settings,
            RelayState state) {
        return new Relay(outbox, new RelayLease(jdbc, settings.lease()), following, kafka, wakeup, settings, state);
    }
}

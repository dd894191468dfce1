package org.occupationalstandards.platform.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.occupationalstandards.platform.topics.PlatformTopics;
import org.occupationalstandards.platform.topics.TopicCreation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Imported by each service that receives; it then adds a {@link Recipient} bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
@Import({PlatformTopics.class, ParkedMessages.class})
public class PlatformIntake {

    @Bean
    AnnouncementReader announcementReader(JsonMapper json) {
        return new AnnouncementReader(json);
    }

    @Bean
    IntakeFactory intakeFactory(
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            MeterRegistry meters,
            JsonMapper json,
            ObjectProvider<Clock> clock,
            TopicCreation topics) {
        return new IntakeFactory(
                kafka, connection, meters, json, clock.getIfAvailable(Clock::systemUTC), topics.done());
    }

    @Bean
    IntakeLifecycle intakeLifecycle(
            IntakeFactory factory,
            List<Recipient<?>> recipients,
            IntakeSettings settings,
            DataSource schema,
            PlatformTransactionManager transactions) {
        return new IntakeLifecycle(recipients.stream()
                .map(each -> factory.create(each.topic(), each, settings, schema, transactions))
                .toList());
    }

    @Bean
    IntakeHealth intakeHealthIndicator(IntakeLifecycle intakes) {
        return new IntakeHealth(intakes.intakes());
    }
}

package org.occupationalstandards.platform.topics;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imported by each service that sends or receives. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicSettings.class)
public class PlatformTopics {

    @Bean
    TopicCreation topicCreation(KafkaProperties kafka, KafkaConnectionDetails connection, TopicSettings settings) {
        Map<String, Object> configuration = new HashMap<>(kafka.buildAdminProperties());
        configuration.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getBootstrapServers());
        return new TopicCreation(configuration, new TopicLayout(settings));
    }
}

package org.occupationalstandards.standards.publishing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.topics.TopicCreation;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/** The broker as the relay uses it. */
@Component
class Kafka {

    /** What the broker holds back longer counts as an error; the relay begins again. */
    private static final Duration METADATA_PATIENCE = Duration.ofSeconds(5);

    private static final int LARGEST_MESSAGE = 4 * 1024 * 1024;

    private final KafkaProperties properties;
    private final String bootstrapServers;
    private final TopicCreation topics;

    Kafka(KafkaProperties properties, KafkaConnectionDetails connection, TopicCreation topics) {
        this.properties = properties;
        this.bootstrapServers = String.join(",", connection.getBootstrapServers());
        this.topics = topics;
    }

    /** Completes once the topics exist. */
    CompletableFuture<@Nullable Void> topics() {
        return topics.done();
    }

    Producer producer() {
        Map<String, Object> configuration = new HashMap<>(properties.buildProducerProperties());
        configuration.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, "standards-relay");
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A message that was given up would be overtaken by the one after it. So none is ever given up.
        configuration.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA_PATIENCE.toMillis());
        // Never for being idle: a connection that is lost means that the broker was away.
        configuration.put(ProducerConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG, -1);
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_MESSAGE);
        return new Producer(configuration);
    }

    /** The right to send states; whoever had it before has it no more. */
    States states() {
        Map<String, Object> configuration = new HashMap<>(properties.buildProducerProperties());
        configuration.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, "standards-relay-states");
        configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "standards-relay-states");
        // The broker refuses the first message of a transaction while it still marks the end of the one before: a
        // matter of
        // milliseconds, which the usual pause would make a tenth of a second. What came after the refused one would be
        // refused, too.
        configuration.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5);
        configuration.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 500);
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA_PATIENCE.toMillis());
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_MESSAGE);
        return new States(configuration);
    }

    /** Reads the topics as they are. */
    Consumer<String, byte[]> consumer() {
        Map<String, Object> configuration = new HashMap<>(properties.buildConsumerProperties());
        configuration.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "standards-relay-check");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Sends until it is closed; then it drops what is not acknowledged. */
    static final class Producer implements AutoCloseable {

        private final DefaultKafkaProducerFactory<String, byte[]> factory;
        private final KafkaTemplate<String, byte[]> template;
        private final Metric connectionsClosed;

        Producer(Map<String, Object> configuration) {
            factory =
                    new DefaultKafkaProducerFactory<>(configuration, new StringSerializer(), new ByteArraySerializer());
            factory.setPhysicalCloseTimeout(0);
            template = new KafkaTemplate<>(factory);
            // What fails is the relay's to tell, once and not for each message.
            template.setProducerListener(new ProducerListener<>() {});
            connectionsClosed = template.metrics().entrySet().stream()
                    .filter(each -> each.getKey().group().equals("producer-metrics"))
                    .filter(each -> each.getKey().name().equals("connection-close-total"))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        }

        CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> message) {
            return template.send(message);
        }

        /** Connections lost so far: a broker that ended and came back has lost all of them. */
        double connectionsLost() {
            return ((Number) connectionsClosed.metricValue()).doubleValue();
        }

        @Override
        public void close() {
            factory.destroy();
        }
    }
}

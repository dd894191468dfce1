package org.occupationalstandards.platform.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Puts together an intake. A service has one for its schema; rebuilding a model takes a second one, into another schema. */
public final class IntakeFactory {

    /** After a kill, partitions are handed over once the broker has missed the consumer for this long. */
    private static final int SESSION_TIMEOUT_MS = 10_000;

    /** In bytes, of one partition at a time: a replay reads what lies there as fast as it can. */
    private static final int LARGE_FETCH = 4 * 1024 * 1024;

    private final KafkaProperties kafka;
    private final KafkaConnectionDetails connection;
    private final MeterRegistry meters;
    private final JsonMapper json;
    private final Clock clock;
    private final CompletableFuture<@Nullable Void> topicsExist;

    IntakeFactory(
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            MeterRegistry meters,
            JsonMapper json,
            Clock clock,
            CompletableFuture<@Nullable Void> topicsExist) {
        this.kafka = kafka;
        this.connection = connection;
        this.meters = meters;
        this.json = json;
        this.clock = clock;
        this.topicsExist = topicsExist;
    }

    /**
     * An intake that is yet to be started.
     *
     * @param name in metrics
     * @param schema data source whose connections work in the schema that holds the ledger and the recipient's tables
     */
    public <A> Intake create(
            String name,
            Recipient<A> recipient,
            IntakeSettings settings,
            DataSource schema,
            PlatformTransactionManager transactions) {
        String topic = recipient.topic();
        var counters = new IntakeCounters(meters, name);
        Workings<A> it = workings(recipient, settings, schema, transactions, counters);
        var listener = new IntakeListener<>(it.reception(), it.attendant(), it.deadLetters(), it.ledger(), counters);
        var monitor = new IntakeMonitor(
                topic,
                it.ledger(),
                it.parking(),
                it.attendant(),
                it.deadLetters(),
                adminConfiguration(),
                clock,
                settings.checkEvery());
        var container = container(name, topic, settings, listener);
        var intake = new Intake(topic, container, monitor, it.parking(), it.attendant(), topicsExist);
        monitor.publish(meters, name);
        Gauge.builder("intake.running", intake, each -> each.alive() ? 1 : 0)
                .tag("intake", name)
                .description("1 while consumers are at work")
                .register(meters);
        return intake;
    }

    /** What takes messages into one schema, however they come. */
    record Workings<A>(
            Reception<A> reception,
            ParkingAttendant<A> attendant,
            ParkingLot parking,
            Ledger ledger,
            DeadLetters deadLetters) {}

    private <A> Workings<A> workings(
            Recipient<A> recipient,
            IntakeSettings settings,
            DataSource schema,
            PlatformTransactionManager transactions,
            IntakeCounters counters) {
        String topic = recipient.topic();
        JdbcClient jdbc = JdbcClient.create(schema);
        var transaction = new TransactionTemplate(transactions);
        var reader = new LetterReader<>(recipient, settings.largestMessage().toBytes());
        var ledger = new Ledger(jdbc, topic);
        var parking = new ParkingLot(jdbc, json, clock, topic);
        var deadLetters = new DeadLetters(jdbc, json, clock, topic, producers());
        var decisions = new Decisions(jdbc, clock);
        return new Workings<>(
                new Reception<>(recipient, reader, ledger, parking, deadLetters, decisions, counters, transaction),
                new ParkingAttendant<>(recipient, reader, ledger, parking, decisions, counters, transaction),
                parking,
                ledger,
                deadLetters);
    }

    /**
     * Takes the topic into another schema from where its ledger is, beside the intake that goes on. What happens there
     * does not count in the metrics of the service: its gaps and dead letters were counted when they were met first.
     */
    <A> Replay<A> replay(Recipient<A> recipient, IntakeSettings settings, RebuildSettings rebuild, DataSource schema) {
        var counters = new IntakeCounters(new SimpleMeterRegistry(), "rebuild");
        Workings<A> workings = workings(recipient, settings, schema, new JdbcTransactionManager(schema), counters);
        Map<String, Object> configuration = consumerConfiguration(settings);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, rebuild.batchSize());
        configuration.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, LARGE_FETCH);
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new Replay<>(recipient.topic(), workings, configuration, rebuild);
    }

    /** To ask the broker about the topic. */
    Map<String, Object> adminConfiguration() {
        return connected(kafka.buildAdminProperties());
    }

    private ConcurrentMessageListenerContainer<@Nullable String, byte @Nullable []> container(
            String name, String topic, IntakeSettings settings, IntakeListener<?> listener) {
        var properties = new ContainerProperties(topic);
        properties.setMessageListener(listener);
        properties.setGroupId(settings.group());
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        // The ledger is what counts; the broker's offsets only tell operators' tools where we are.
        properties.setSyncCommits(false);
        properties.setMissingTopicsFatal(false);
        properties.setConsumerRebalanceListener(listener.placement());
        var container = new ConcurrentMessageListenerContainer<@Nullable String, byte @Nullable []>(
                new DefaultKafkaConsumerFactory<>(consumerConfiguration(settings)), properties);
        container.setBeanName("intake-" + name);
        container.setConcurrency(settings.concurrency());
        container.setCommonErrorHandler(againAndAgain(settings));
        return container;
    }

    /** The same batch, for as long as it takes: going on would leave it out. */
    private static DefaultErrorHandler againAndAgain(IntakeSettings settings) {
        var pauses = new ExponentialBackOff(settings.firstPause().toMillis(), 2);
        pauses.setMaxInterval(settings.longestPause().toMillis());
        return new DefaultErrorHandler(pauses);
    }

    private Map<String, Object> consumerConfiguration(IntakeSettings settings) {
        Map<String, Object> configuration = connected(kafka.buildConsumerProperties());
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize());
        configuration.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        return configuration;
    }

    private DefaultKafkaProducerFactory<String, byte[]> producers() {
        Map<String, Object> configuration = connected(kafka.buildProducerProperties());
        configuration.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        configuration.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024);
        return new DefaultKafkaProducerFactory<>(configuration);
    }

    private Map<String, Object> connected(Map<String, Object> properties) {
        Map<String, Object> configuration = new HashMap<>(properties);
        configuration.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getBootstrapServers());
        return configuration;
    }
}

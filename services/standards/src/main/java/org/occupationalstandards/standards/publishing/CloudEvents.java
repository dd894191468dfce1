package org.occupationalstandards.standards.publishing;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.occupationalstandards.contracts.CloudEventNames;
import org.occupationalstandards.contracts.Topics;

/** Makes Kafka records of messages: CloudEvents 1.0 in binary mode, the reference as key. */
final class CloudEvents {

    private static final URI SOURCE = URI.create(CloudEventNames.SOURCE);

    private final String schemaBase;

    /** By type. */
    private final Map<String, URI> schemas = new ConcurrentHashMap<>();

    CloudEvents(URI schemaBase) {
        this.schemaBase = schemaBase.toString().replaceAll("/+$", "");
    }

    /** Where the messages of a channel go. */
    static String topic(OutboxMessage.Channel channel) {
        return switch (channel) {
            case EVENTS -> Topics.EVENTS;
            case WORKFLOW -> Topics.WORKFLOW;
        };
    }

    ProducerRecord<String, byte[]> message(OutboxMessage message) {
        return switch (message.channel()) {
            case EVENTS ->
                record(
                        Topics.EVENTS,
                        message,
                        schema(message, attributes(message))
                                .withExtension(
                                        CloudEventNames.PREVIOUS_SEQUENCE, Long.toString(message.previousSequence())));
            case WORKFLOW ->
                record(
                        Topics.WORKFLOW,
                        message,
                        attributes(message)
                                .withExtension(
                                        CloudEventNames.PREVIOUS_SEQUENCE, Long.toString(message.previousSequence())));
        };
    }

    /** A message of the state topic. */
    ProducerRecord<String, byte[]> state(OutboxMessage state) {
        return record(Topics.STATE, state, schema(state, attributes(state)));
    }

    private static CloudEventBuilder attributes(OutboxMessage message) {
        var builder = CloudEventBuilder.v1()
                .withId(message.eventId())
                .withSource(SOURCE)
                .withType(message.type())
                .withSubject(message.reference())
                .withTime(message.recordedAt().atOffset(ZoneOffset.UTC))
                .withData("application/json", message.data())
                .withExtension(CloudEventNames.SEQUENCE, Long.toString(message.sequence()));
        return message.position() == null
                ? builder
                : builder.withExtension(CloudEventNames.POSITION, Long.toString(message.position()));
    }

    private CloudEventBuilder schema(OutboxMessage message, CloudEventBuilder builder) {
        return builder.withDataSchema(
                schemas.computeIfAbsent(message.type(), type -> URI.create(schemaBase + "/" + type + ".json")));
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, OutboxMessage message, CloudEventBuilder attributes) {
        var record =
                KafkaMessageFactory.createWriter(topic, message.reference()).writeBinary(attributes.build());
        if (message.traceparent() != null) {
            record.headers().add("traceparent", message.traceparent().getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }
}

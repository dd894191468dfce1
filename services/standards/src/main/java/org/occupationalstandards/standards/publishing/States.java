package org.occupationalstandards.standards.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends states, of which the topic keeps only the last: one that comes late, from an instance that was paused while another
 * took over, would stand for ever. So they are sent in transactions of one name, and whoever begins under that name fences
 * off whoever had it before.
 */
final class States implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    /** From here on no earlier instance can send. States have to be looked up after this, not before. */
    States(Map<String, Object> configuration) {
        producer = new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException unreachable) {
            close();
            throw unreachable;
        }
    }

    /** Returns when all of them are with the broker. */
    List<RecordMetadata> send(List<ProducerRecord<String, byte[]>> states)
            throws InterruptedException, ExecutionException {
        if (states.isEmpty()) {
            return List.of();
        }
        producer.beginTransaction();
        var sent = new ArrayList<Future<RecordMetadata>>();
        states.forEach(state -> sent.add(producer.send(state)));
        producer.commitTransaction();
        var acknowledged = new ArrayList<RecordMetadata>();
        for (var each : sent) {
            acknowledged.add(each.get());
        }
        return acknowledged;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}

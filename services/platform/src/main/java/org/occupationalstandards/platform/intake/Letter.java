package org.occupationalstandards.platform.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A message as it lay on the topic, before anybody made sense of it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Letter(
        String topic, int partition, long offset, @Nullable String key, Map<String, String> headers, byte[] bytes) {

    static Letter of(ConsumerRecord<@Nullable String, byte @Nullable []> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            byte[] value = header.value();
            if (value != null) headers.put(storable(header.key()), storable(new String(value, UTF_8)));
        }
        byte[] bytes = message.value();
        return new Letter(
                message.topic(),
                message.partition(),
                message.offset(),
                message.key() == null ? null : storable(message.key()),
                headers,
                bytes == null ? new byte[0] : bytes);
    }

    TopicPartition place() {
        return new TopicPartition(topic, partition);
    }

    /** The standard that it is about, as far as the envelope tells. */
    @Nullable
    String reference() {
        String reference = key != null ? key : headers.get(Envelope.SUBJECT);
        return reference == null || reference.length() > Envelope.LONGEST_SUBJECT ? null : reference;
    }

    /** PostgreSQL's text has no place for the character zero. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}

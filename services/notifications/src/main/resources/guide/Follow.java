// java -cp 'kafka-clients.jar:lz4-java.jar:slf4j-api.jar' Follow.java
import java.time.Duration;
import java.util.*;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

class Follow {
    public static void main(String[] arguments) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "${kafka}", "group.id", "outside-follow", "auto.offset.reset", "earliest");
        Map<String, Long> seen = new HashMap<>(); // yours belongs into the database, beside what you make of the event
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("standards.standard.events.v1"));
            while (true) {
                for (var event : consumer.poll(Duration.ofSeconds(1))) {
                    long sequence = Long.parseLong(header(event, "ce_sequence"));
                    if (sequence <= seen.getOrDefault(event.key(), 0L)) continue; // a message may come twice, never out of order
                    seen.put(event.key(), sequence);
                    System.out.println(header(event, "ce_id") + " " + header(event, "ce_type") + " " + event.key());
                }
            }
        }
    }

    static String header(org.apache.kafka.clients.consumer.ConsumerRecord<?, ?> event, String name) {
        return new String(event.headers().lastHeader(name).value());
    }
}

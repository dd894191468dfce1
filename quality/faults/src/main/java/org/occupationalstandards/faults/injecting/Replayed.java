package org.occupationalstandards.faults.injecting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Messages come onto the topic a second time: the first ones of all, and the last ones. */
public record Replayed(int slice) implements Fault {

    @Override
    public String name() {
        return "duplicates and an old slice replayed";
    }

    @Override
    public String inject(Scene scene) {
        double leftOutBefore = leftOut(scene);
        int count;
        try (Topic topic = new Topic(scene.cluster().bootstrapServers())) {
            List<ConsumerRecord<String, byte[]>> all = topic.messages();
            if (all.size() < slice) throw new IllegalStateException("Too few messages to replay");
            List<ConsumerRecord<String, byte[]>> again = new ArrayList<>(all.subList(0, slice));
            again.addAll(all.subList(all.size() - slice, all.size()));
            long before = topic.size();
            topic.sendAgain(again);
            count = again.size();
            if (topic.size() < before + count) throw new IllegalStateException("The topic did not grow");
        }
        Scene.await(
                "the catalogue leaves out the repetitions",
                Duration.ofMinutes(1),
                () -> leftOut(scene) >= leftOutBefore + count);
        return "%d messages came a second time; the catalogue left out %.0f"
                .formatted(count, leftOut(scene) - leftOutBefore);
    }

    private static double leftOut(Scene scene) {
        return scene.metric("catalogue", "intake_duplicates_total");
    }
}

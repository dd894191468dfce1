package org.occupationalstandards.faults.injecting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The broker loses the end of what it has acknowledged, as one does whose machine lost power: the last segment of the
 * fullest partitions is cut in the middle of a batch while the broker is away.
 */
public record TopicTruncated(int partitions) implements Fault {

    @Override
    public String name() {
        return "last segment of the topic truncated";
    }

    @Override
    public String inject(Scene scene) {
        double resentBefore = resent(scene);
        long size;
        try (Topic topic = new Topic(scene.cluster().bootstrapServers())) {
            size = topic.size();
        }
        scene.cluster().stopBroker();
        long bytes = 0;
        for (Path segment : fullest(scene.cluster().topicLogs())) bytes += cut(segment);
        if (bytes == 0) throw new IllegalStateException("There was nothing to cut");
        dirty(scene.cluster().topicLogs());
        scene.cluster().startBroker();
        scene.awaitAllReady();
        Scene.await("what was lost is sent again", Scene.RECOVERY, () -> resent(scene) > resentBefore);
        return "%d bytes of %d partitions were cut off a topic of %d messages; %.0f announcements were sent again"
                .formatted(bytes, partitions, size, resent(scene) - resentBefore);
    }

    private static double resent(Scene scene) {
        return scene.metric("standards", "standards_relay_resent_total")
                + scene.metric("standards-2", "standards_relay_resent_total");
    }

    private List<Path> fullest(Path logs) {
        try (Stream<Path> files = Files.walk(logs, 2)) {
            String folder = logs.resolve(Topic.NAME) + "-";
            return files.filter(file -> file.toString().startsWith(folder)
                            && !file.toString().startsWith(folder + "dlt"))
                    .filter(file -> file.toString().endsWith(".log"))
                    .sorted(java.util.Comparator.comparingLong(TopicTruncated::length)
                            .reversed())
                    .limit(partitions)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cut(Path segment) {
        long keep = length(segment) * 2 / 3;
        long bytes = length(segment) - keep;
        try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            file.truncate(keep);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without these marks of an orderly end the broker looks at what is really there. */
    private static void dirty(Path logs) {
        try {
            Files.deleteIfExists(logs.resolve(".kafka_cleanshutdown"));
            Files.deleteIfExists(logs.resolve("recovery-point-offset-checkpoint"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

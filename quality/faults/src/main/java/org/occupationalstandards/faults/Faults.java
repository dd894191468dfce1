package org.occupationalstandards.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.occupationalstandards.faults.injecting.AcknowledgementLost;
import org.occupationalstandards.faults.injecting.BrokerAbsentAtStart;
import org.occupationalstandards.faults.injecting.BrokerDown;
import org.occupationalstandards.faults.injecting.ClockWrong;
import org.occupationalstandards.faults.injecting.CommittedLate;
import org.occupationalstandards.faults.injecting.DatabaseStopped;
import org.occupationalstandards.faults.injecting.Fault;
import org.occupationalstandards.faults.injecting.Killed;
import org.occupationalstandards.faults.injecting.Poisoned;
import org.occupationalstandards.faults.injecting.ReceiverTroubled;
import org.occupationalstandards.faults.injecting.RelayPaused;
import org.occupationalstandards.faults.injecting.Replayed;
import org.occupationalstandards.faults.injecting.TopicTruncated;

/** The long run: as many kills as asked for, and all else, drawn by a seed. {@code quality/faults/run [kills] [seed]} starts it. */
public final class Faults {

    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis();
        Path folder = Files.createTempDirectory("faults");
        System.out.println("Data and logs in " + folder);
        Report report = new FaultRun(folder, seed, drawn(count, seed), line -> System.out.println("- " + line)).run();
        System.out.println(report.text());
        System.exit(report.passed() ? 0 : 1);
    }

    /** As many kills as asked for, in waves of all services, and every other kind of fault at a place that the seed says. */
    static List<Fault> drawn(int kills, long seed) {
        Random order = new Random(seed);
        List<Fault> drawn = new ArrayList<>();
        int left = kills;
        while (left > 0) {
            List<String> services =
                    new ArrayList<>(List.of("standards", "standards-2", "catalogue", "notifications", "identity"));
            Collections.shuffle(services, order);
            List<String> wave = services.subList(0, Math.min(left, services.size()));
            drawn.add(new Killed(List.copyOf(wave)));
            left -= wave.size();
        }
        List<Fault> others = new ArrayList<>(List.of(
                new DatabaseStopped(),
                new BrokerDown(Duration.ofSeconds(30)),
                new BrokerAbsentAtStart(),
                new RelayPaused(Duration.ofSeconds(25)),
                new AcknowledgementLost(),
                new CommittedLate(),
                new TopicTruncated(3),
                new Replayed(30),
                new Poisoned(),
                new ReceiverTroubled(Duration.ofSeconds(5)),
                new ClockWrong("standards-2", Duration.ofSeconds(90)),
                new ClockWrong("standards", Duration.ofSeconds(-90)),
                new DatabaseStopped(),
                new AcknowledgementLost(),
                new CommittedLate(),
                new TopicTruncated(6),
                new Replayed(60)));
        Collections.shuffle(others, order);
        // After the first wave: by then the tokens of the load are old enough for a clock that is behind.
        others.forEach(each -> drawn.add(1 + order.nextInt(drawn.size()), each));
        return List.copyOf(drawn);
    }

    private Faults() {}
}

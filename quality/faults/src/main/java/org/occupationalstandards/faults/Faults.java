package org.occupationalstandards.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.occupationalstandards.faults.injecting.Fault;

/** The long run: as many faults as asked for, drawn by a seed. {@code quality/faults/run [faults] [seed]} starts it. */
public final class Faults {

    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis();
        Path folder = Files.createTempDirectory("faults");
        System.out.println("Data and logs in " + folder);
        Report report = new FaultRun(folder, seed, drawn(count, seed), line -> System.out.println("· " + line)).run();
        System.out.println(report.text());
        System.exit(report.passed() ? 0 : 1);
    }

    /** Every kind of fault in turn, in a new order each time around. */
    static List<Fault> drawn(int count, long seed) {
        Random order = new Random(seed);
        List<Fault> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            List<Fault> round = new ArrayList<>(Fault.ALL);
            java.util.Collections.shuffle(round, order);
            drawn.addAll(round);
        }
        return List.copyOf(drawn.subList(0, count));
    }

    private Faults() {}
}

package org.occupationalstandards.standalone;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.occupationalstandards.embedded.CannotStart;

/**
 * What the command line says.
 *
 * @param data folder of everything that is kept
 * @param httpPort port of the catalogue; the other services have the next four
 * @param kafkaPort where Kafka's clients connect
 * @param empty whether a new data folder stays empty instead of getting the example
 * @param help whether the options are to be listed, and nothing started
 */
record Options(Path data, int httpPort, int kafkaPort, boolean empty, boolean help) {

    /** The catalogue and the four after it. */
    static final int HTTP_PORTS = 5;

    private static final int HIGHEST_PORT = 65_535;

    static Options parse(String... arguments) {
        var data = Path.of(".data");
        int httpPort = 8080;
        int kafkaPort = 9092;
        boolean empty = false;
        boolean help = false;
        var rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            switch (option) {
                case "--data" -> data = folder(value(option, rest));
                case "--http-port" -> httpPort = port(option, value(option, rest), HIGHEST_PORT - HTTP_PORTS + 1);
                case "--kafka-port" -> kafkaPort = port(option, value(option, rest), HIGHEST_PORT);
                case "--empty" -> empty = true;
                case "--help" -> help = true;
                default ->
                    throw new CannotStart(
                            "There is no option %s; ./start --help lists the options there are.".formatted(option));
            }
        }
        if (kafkaPort >= httpPort && kafkaPort < httpPort + HTTP_PORTS) {
            throw new CannotStart(
                    "Port %d is wanted both for Kafka (--kafka-port) and for a service (--http-port %d and the next four)."
                            .formatted(kafkaPort, httpPort));
        }
        return new Options(data, httpPort, kafkaPort, empty, help);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new CannotStart("The option %s needs a value; ./start --help lists the options.".formatted(option));
        }
        return rest.next();
    }

    private static Path folder(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException notAPath) {
            throw new CannotStart("--data needs a folder, and \"%s\" is not the name of one.".formatted(value));
        }
    }

    private static int port(String option, String value, int highest) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= highest) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number out of range.
        }
        throw new CannotStart("%s needs a number from 1 to %d, not \"%s\".".formatted(option, highest, value));
    }
}

package org.occupationalstandards.standalone;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Fills a new data folder with something to look at, by the commands that people use, and says each step as it happens. */
final class Example implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Example.class);
    private static final Duration MOMENTS = Duration.ofSeconds(30);
    private static final String APPROVED = "standards.standard.approved.v1";

    private final Api api;
    private final DataFolder folder;
    private final Terminal terminal;
    private volatile @Nullable ExampleSubscriber subscriber;

    Example(Addresses addresses, DataFolder folder, Terminal terminal) {
        this.api = new Api(addresses);
        this.folder = folder;
        this.terminal = terminal;
    }

    /** Begins the example, goes on with one that was cut short, or only brings back its subscriber. Never fails the start. */
    void play() {
        try {
            if (folder.example() == DataFolder.Example.UNWANTED) {
                return;
            }
            var listening = ExampleSubscriber.start(api, terminal, folder.exampleSubscriber());
            subscriber = listening;
            if (folder.example() == DataFolder.Example.WANTED) {
                new ExampleOccupations(api, terminal).importAll();
                folder.exampleIs(DataFolder.Example.OCCUPATIONS_LOADED);
            }
            if (folder.example() == DataFolder.Example.OCCUPATIONS_LOADED) {
                boolean played = new ExampleJourney(api, terminal).play();
                awaitReaders(listening, played);
                folder.exampleIs(DataFolder.Example.LOADED);
            }
        } catch (RuntimeException failure) {
            log.error("The example was not finished", failure);
            var reason = failure instanceof ExampleFailed ? failure.getMessage() : "the log says why";
            terminal.step(
                    folder.example() == DataFolder.Example.LOADED
                            ? "The example's subscriber does not listen: %s.".formatted(reason)
                            : "The example is not finished: %s. The next start goes on with it.".formatted(reason));
        }
    }

    @Override
    public void close() {
        if (subscriber != null) {
            subscriber.close();
        }
    }

    private void awaitReaders(ExampleSubscriber subscriber, boolean played) {
        var address = api.addresses().catalogue() + "/occupations/" + ExampleJourney.REFERENCE;
        if (Waiting.until(MOMENTS, () -> api.get(address).json(), Example::isApproved)
                .isEmpty()) {
            throw new ExampleFailed("the catalogue does not show it as approved");
        }
        terminal.step("%s  The public catalogue shows version 1.0: %s".formatted(ExampleJourney.REFERENCE, address));
        if (played
                && Waiting.until(MOMENTS, () -> subscriber.hasHeard(APPROVED), heard -> heard)
                        .isEmpty()) {
            throw new ExampleFailed("its subscriber has not heard of the approval");
        }
    }

    private static boolean isApproved(JsonNode occupation) {
        return occupation.path("status").asString("").equals("approved")
                && occupation.path("version").asString("").equals("1.0");
    }
}

package org.occupationalstandards.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Fills a topic, lets a catalogue take it in as it comes, and then has it rebuilt from the beginning. */
final class CatalogueRebuild {

    private static final int STANDARDS = 2000;
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(30);

    private final Surroundings surroundings;
    private final Api api;
    private final Consumer<String> say;

    CatalogueRebuild(Surroundings surroundings, Api api, Consumer<String> say) {
        this.surroundings = surroundings;
        this.api = api;
        this.say = say;
    }

    /**
     * Announcements a second.
     *
     * @param bare of a consumer that only decodes, before and after the rebuild: the better of the two
     * @param intake of the intake that always runs, catching up with the whole topic
     * @param rebuild from the order to the exchange of the models
     */
    record Rates(long count, long bytesEach, double bare, double intake, double rebuild) {

        String ratio() {
            return String.format(
                    Locale.ROOT,
                    "%.2f (%,.0f of %,.0f a second; %,d announcements of %,d bytes)",
                    rebuild / bare,
                    rebuild,
                    bare,
                    count,
                    bytesEach);
        }
    }

    Rates run(long count) {
        long bytesEach;
        startService();
        double intake;
        try (ChangeStream stream = new ChangeStream(surroundings.bootstrapServers(), STANDARDS)) {
            Instant began = Instant.now();
            stream.send(count);
            bytesEach = stream.bytesEach();
            say.accept("sent in " + Latencies.seconds(Duration.between(began, Instant.now())));
            awaitCaughtUp(count);
            intake = count / (Duration.between(began, Instant.now()).toMillis() / 1e3);
            say.accept("taken in as it came at %,.0f a second".formatted(intake));
        }
        double before = BareConsumer.rate(surroundings.bootstrapServers());
        say.accept("bare consumer: %,.0f a second".formatted(before));
        double rebuild = rebuild(count);
        double after = BareConsumer.rate(surroundings.bootstrapServers());
        say.accept("bare consumer: %,.0f a second".formatted(after));
        return new Rates(count, bytesEach, Math.max(before, after), intake, rebuild);
    }

    private void startService() {
        surroundings.start(
                "org.occupationalstandards.catalogue.CatalogueService", api, "--platform.intake.check-every=500ms");
    }

    private void awaitCaughtUp(long count) {
        Instant end = Instant.now().plus(GIVE_UP_AFTER);
        while (takenIn() < count) {
            if (Instant.now().isAfter(end)) throw new IllegalStateException("The catalogue does not catch up");
            Standalone.pause(Duration.ofMillis(200));
        }
    }

    private long takenIn() {
        return api.get(surroundings.address("/actuator/prometheus"))
                .body()
                .lines()
                .filter(line -> line.startsWith("intake_taken_in_total{"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private double rebuild(long count) {
        String token = surroundings.token("operator", "official");
        String address = surroundings.address("/operations/rebuild");
        long began = System.nanoTime();
        Api.expect(202, api.post(address, "application/json", "", token));
        while (true) {
            JsonNode state = Api.expect(200, api.getAs(address, token));
            switch (state.get("state").asString()) {
                case "running" -> Standalone.pause(Duration.ofMillis(100));
                case "done" -> {
                    return count * 1e9 / (System.nanoTime() - began);
                }
                default -> throw new IllegalStateException(state.toString());
            }
        }
    }
}

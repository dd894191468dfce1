package org.occupationalstandards.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.occupationalstandards.contracts.Topics;
import tools.jackson.databind.JsonNode;

/** Has a catalogue rebuilt from a topic of many announcements, and compares that with reading them alone. */
final class CatalogueRebuild {

    private static final int STANDARDS = 2000;

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
     * @param bytesEach of their data, on average
     * @param bare of a consumer that only decodes, before and after the rebuild: the better of the two
     * @param rebuild from the order to the exchange of the models
     */
    record Rates(long count, long bytesEach, double bare, double rebuild) {

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

    Rates run(long count) throws SQLException {
        startService();
        // The service makes the topics beside everything else.
        while (BareConsumer.ends(surroundings.bootstrapServers()).isEmpty()) Standalone.pause(Duration.ofMillis(50));
        surroundings.stop();
        long bytesEach;
        try (ChangeStream stream = new ChangeStream(surroundings.bootstrapServers(), STANDARDS)) {
            Instant began = Instant.now();
            stream.send(count);
            bytesEach = stream.bytesEach();
            say.accept("sent in " + Latencies.seconds(Duration.between(began, Instant.now())));
        }
        leaveOutOfTheModelInUse();
        startService();
        double before = bare();
        double rebuild = rebuild(count);
        say.accept("rebuilt at %,.0f a second".formatted(rebuild));
        double after = bare();
        return new Rates(count, bytesEach, Math.max(before, after), rebuild);
    }

    private double bare() {
        double rate = BareConsumer.rate(surroundings.bootstrapServers());
        say.accept("bare consumer: %,.0f a second".formatted(rate));
        return rate;
    }

    private void startService() {
        surroundings.start("org.occupationalstandards.catalogue.CatalogueService", api);
    }

    /** The model in use is to stand by idle: its ledger says that all of this was taken in. */
    private void leaveOutOfTheModelInUse() throws SQLException {
        Map<Integer, Long> ends = BareConsumer.ends(surroundings.bootstrapServers());
        try (Connection database = surroundings.database();
                PreparedStatement insert = database.prepareStatement("""
                        insert into catalogue.intake_partition (topic, partition, next_offset) values (?, ?, ?)
                        on conflict (topic, partition) do update set next_offset = excluded.next_offset
                        """)) {
            for (Map.Entry<Integer, Long> each : ends.entrySet()) {
                insert.setString(1, Topics.EVENTS);
                insert.setInt(2, each.getKey());
                insert.setLong(3, each.getValue());
                insert.executeUpdate();
            }
        }
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

package org.occupationalstandards.faults.history;

import java.util.List;
import java.util.Map;

/**
 * Everything that a run leaves behind, in the order in which each place shows it.
 *
 * @param commands what the load asked
 * @param stored the event store, in order per standard
 * @param topic the Kafka topic as a consumer reads it from the beginning, duplicates included
 * @param feed the change feed from its beginning
 * @param deliveries what each subscriber received, by subscriber, duplicates included
 * @param folded each standard as a fold of the topic gives it
 * @param catalogue each standard as the catalogue shows it
 * @param injected what faults put onto the topic, which nobody decided; not among {@code topic}
 * @param deadLetters what readers set aside, duplicates included
 * @param settled whether every reader had caught up when this was taken; where not, nothing can be concluded from
 *     what is missing
 */
public record Observation(
        List<Command> commands,
        List<Stored> stored,
        List<Seen> topic,
        List<Seen> feed,
        Map<String, List<Seen>> deliveries,
        Map<String, Shown> folded,
        Map<String, Shown> catalogue,
        List<Injected> injected,
        List<DeadLetter> deadLetters,
        boolean settled) {

    public Observation {
        commands = List.copyOf(commands);
        stored = List.copyOf(stored);
        topic = List.copyOf(topic);
        feed = List.copyOf(feed);
        deliveries = Map.copyOf(deliveries);
        folded = Map.copyOf(folded);
        catalogue = Map.copyOf(catalogue);
        injected = List.copyOf(injected);
        deadLetters = List.copyOf(deadLetters);
    }

    /** The stored events that the public is to hear of. */
    public List<Seen> toBeAnnounced() {
        return stored.stream().filter(Stored::announced).map(Stored::seen).toList();
    }
}

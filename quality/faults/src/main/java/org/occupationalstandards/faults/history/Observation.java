package org.occupationalstandards.faults.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Everything that a run leaves behind, in the order in which each place shows it.
 *
 * @param commands what the load asked
 * @param stored the event store, in order per standard
 * @param topic the Kafka topic as a consumer reads it from the beginning, duplicates included
 * @param feed the change feed from its beginning
 * @param deliveries what each subscriber received, by subscriber, duplicates included
 * @param decided each public standard as the event store has it, in the words of the catalogue
 * @param catalogue each standard as the catalogue shows it
 * @param injected what faults put onto the topic, which nobody decided; not among {@code topic}
 * @param deadLetters what readers set aside, duplicates included
 * @param windows when the faults were
 * @param settled whether every reader had caught up when this was taken, or none had got on for long; where not, nothing
 *     can be concluded from what is missing
 */
public record Observation(
        List<Command> commands,
        List<Stored> stored,
        List<Seen> topic,
        List<Seen> feed,
        Map<String, List<Seen>> deliveries,
        Map<String, JsonNode> decided,
        Map<String, JsonNode> catalogue,
        List<Injected> injected,
        List<DeadLetter> deadLetters,
        List<Window> windows,
        boolean settled) {

    public Observation {
        commands = List.copyOf(commands);
        stored = List.copyOf(stored);
        topic = List.copyOf(topic);
        feed = List.copyOf(feed);
        deliveries = Map.copyOf(deliveries);
        decided = Map.copyOf(decided);
        catalogue = Map.copyOf(catalogue);
        injected = List.copyOf(injected);
        deadLetters = List.copyOf(deadLetters);
        windows = List.copyOf(windows);
    }

    /** What the public is to hear of. */
    public List<Seen> toBeAnnounced() {
        return Stream.concat(
                        stored.stream().filter(Stored::announced).map(Stored::seen),
                        injected.stream().filter(Injected::passedOn).map(Injected::seen))
                .toList();
    }
}

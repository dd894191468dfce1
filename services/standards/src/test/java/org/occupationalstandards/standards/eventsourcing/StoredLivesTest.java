package org.occupationalstandards.standards.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.axonframework.serialization.SimpleSerializedObject;
import org.occupationalstandards.standards.lifecycle.RandomLife;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;

/** Whatever happened to a standard: the bytes that are stored of it come to the very state that was answered then. */
class StoredLivesTest {

    private final StoredEventSerializer serializer = StoredEventSerializer.create();

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void theStoredEventsReplayToTheStateThatWasAnswered(@ForAll long seed) {
        RandomLife life = new RandomLife(seed).live(250);

        StandardState replayed = StandardState.none();
        for (StandardEvent event : life.events()) {
            var stored = serializer.serialize(event, byte[].class);
            StandardEvent read = serializer.deserialize(new SimpleSerializedObject<>(
                    stored.getData(),
                    byte[].class,
                    stored.getType().getName(),
                    stored.getType().getRevision()));
            assertThat(read).isEqualTo(event);
            replayed = replayed.after(read);
        }
        assertThat(replayed).isEqualTo(life.state());
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void aSnapshotIsTheStateItWasMadeOf(@ForAll long seed) {
        StandardState state = new RandomLife(seed).live(250).state();
        var json = serializer.getObjectMapper();

        StandardState read = json.readValue(json.writeValueAsBytes(state), StandardState.class);

        assertThat(read).isEqualTo(state);
    }
}

package org.occupationalstandards.notifications.delivery;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplayAttendantTest {

    private final UUID replay = UUID.randomUUID();
    private final Replaying replaying = mock();
    private final Dispatcher dispatcher = mock();
    private final ReplayAttendant attendant = new ReplayAttendant(
            replaying, dispatcher, new ReplaySettings(1_000, Duration.ofMillis(30)), new SimpleMeterRegistry());

    @Test
    void aTurnPlansOnePageHoweverLongTheHistory() {
        when(replaying.takeUp()).thenReturn(Optional.of(replay), Optional.empty());
        when(replaying.goOn(replay)).thenReturn(Optional.of(1_000), Optional.of(1_000), Optional.empty());

        attendant.turn();

        verify(replaying, times(1)).goOn(replay);
        attendant.turn();
        verify(replaying, times(2)).goOn(replay);
        verify(dispatcher, times(0)).wake();
        attendant.turn();
        verify(replaying, times(3)).goOn(replay);
        verify(replaying, times(1)).takeUp();
        verify(dispatcher).wake();
        attendant.turn();
        verify(replaying, times(3)).goOn(any());
    }
}

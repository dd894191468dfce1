package org.occupationalstandards.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.occupationalstandards.faults.injecting.AcknowledgementLost;
import org.occupationalstandards.faults.injecting.BrokerDown;
import org.occupationalstandards.faults.injecting.CommittedLate;
import org.occupationalstandards.faults.injecting.DatabaseStopped;
import org.occupationalstandards.faults.injecting.Fault;
import org.occupationalstandards.faults.injecting.Killed;
import org.occupationalstandards.faults.injecting.Poisoned;
import org.occupationalstandards.faults.injecting.ReceiverTroubled;
import org.occupationalstandards.faults.injecting.RelayPaused;
import org.occupationalstandards.faults.injecting.Replayed;
import org.occupationalstandards.faults.injecting.TopicTruncated;

/** A short seeded run under load: every kind of fault that passes quickly. The long run has its own command. */
class ShortFaultRunTest {

    private static final long SEED = 218;

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_announced_that_did_not_happen(@TempDir Path folder) {
        List<Fault> faults = List.of(
                new Killed(List.of("standards", "catalogue", "notifications")),
                new CommittedLate(),
                new Poisoned(),
                new Replayed(20),
                new TopicTruncated(3),
                new DatabaseStopped(),
                new BrokerDown(Duration.ofSeconds(5)),
                new AcknowledgementLost(),
                new RelayPaused(Duration.ofSeconds(9)),
                new ReceiverTroubled(Duration.ofSeconds(1)));
        Report report = new FaultRun(folder, SEED, faults, System.err::println).run();
        assertThat(report.evidence()).hasSize(faults.size());
        assertThat(report.passed()).as(report.text()).isTrue();
    }
}

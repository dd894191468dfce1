package org.occupationalstandards.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.occupationalstandards.faults.injecting.Fault;

/** A short seeded run under load: every kind of fault that passes quickly. The long run has its own command. */
class ShortFaultRunTest {

    private static final long SEED = 218;

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_announced_that_did_not_happen(@TempDir Path folder) {
        List<Fault> faults = List.of(
                new Fault.Kill("standards"),
                new Fault.BrokerDown(Duration.ofSeconds(5)),
                new Fault.Kill("notifications"),
                new Fault.DatabaseStopped(),
                new Fault.Kill("catalogue"));
        Report report = new FaultRun(folder, SEED, faults, line -> {}).run();
        assertThat(report.evidence()).hasSize(faults.size());
        assertThat(report.passed()).as(report.text()).isTrue();
    }
}

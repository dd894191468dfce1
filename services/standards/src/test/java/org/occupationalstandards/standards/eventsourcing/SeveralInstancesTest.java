package org.occupationalstandards.standards.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.EndOfLifeCommand.Reinstate;
import org.occupationalstandards.standards.lifecycle.GreenTheme;
import org.occupationalstandards.standards.lifecycle.MapCommand.SetGreenTheme;
import org.occupationalstandards.standards.lifecycle.ProposalCommand.ProposeStandard;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.lifecycle.StandardCommand;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances on one database, each with its own memory. */
class SeveralInstancesTest {

    private static final Caller OFFICIAL = new Caller("official", Set.of(Role.OFFICIAL), Set.of(), Set.of());
    private static final TestIssuer ISSUER = TestIssuer.start();
    private static RunningStandards one;
    private static RunningStandards other;

    @BeforeAll
    static void start() {
        var database = Testbed.freshDatabase();
        one = RunningStandards.start(ISSUER, database, Testbed.bootstrapServers());
        other = RunningStandards.start(ISSUER, database, Testbed.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
        ISSUER.close();
    }

    private static Instruction<StandardCommand> instruction(String reference, StandardCommand command, long expected) {
        return new Instruction<>(reference, command, OFFICIAL, expected, null, null);
    }

    private static void propose(String reference) {
        store(one)
                .handle(Instruction.of(
                        reference, new ProposeStandard(reference, "Miller", 3, 8, null, null, null, null), OFFICIAL));
        store(other).handle(instruction(reference, new SetGreenTheme(GreenTheme.MID), 1));
    }

    private static StandardStore store(RunningStandards instance) {
        return instance.bean(StandardStore.class);
    }

    @Test
    void what_was_read_after_another_instance_wrote_is_what_the_next_command_is_decided_on() {
        propose("OCC7001");
        assertThat(store(one).load("OCC7001"))
                .get()
                .extracting(StateAt::sequence)
                .isEqualTo(2L);

        var outcome = store(one).handle(instruction("OCC7001", new SetGreenTheme(GreenTheme.DARK), 2));

        assertThat(outcome.sequence()).isEqualTo(3);
    }

    @Test
    void a_command_that_is_really_late_or_against_the_rules_is_refused_all_the_same() {
        propose("OCC7002");
        assertThatThrownBy(() -> store(one).handle(instruction("OCC7002", new SetGreenTheme(GreenTheme.DARK), 1)))
                .isInstanceOf(StaleSequence.class)
                .hasMessageContaining("at sequence 2");
        assertThatThrownBy(() -> store(one).handle(instruction("OCC7002", new Reinstate("Once more."), 2)))
                .isInstanceOf(CommandRefused.class);
    }

    @Test
    void claims_are_dated_by_the_clock_of_the_database() {
        assertThat(AbstractTokenEntry.clock).isInstanceOf(DatabaseClock.class);
        var jdbc = one.bean(JdbcClient.class);
        var there =
                jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single();
        assertThat(new DatabaseClock(jdbc).instant()).isCloseTo(there.toInstant(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void a_database_that_is_away_stops_no_clock_that_has_been_set() {
        var jdbc = spy(one.bean(JdbcClient.class));
        var clock = new DatabaseClock(jdbc);
        var before = clock.instant();
        doThrow(new DataAccessResourceFailureException("away")).when(jdbc).sql(ArgumentMatchers.anyString());
        assertThat(clock.instant()).isAfterOrEqualTo(before);
        assertThatThrownBy(() -> new DatabaseClock(jdbc).instant())
                .isInstanceOf(DataAccessResourceFailureException.class);
    }
}

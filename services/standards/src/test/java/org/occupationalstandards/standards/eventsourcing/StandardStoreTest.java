package org.occupationalstandards.standards.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.GreenTheme;
import org.occupationalstandards.standards.lifecycle.MapCommand.SetGreenTheme;
import org.occupationalstandards.standards.lifecycle.ProposalCommand.ProposeStandard;
import org.occupationalstandards.standards.lifecycle.Refusal;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.lifecycle.StandardCommand;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances of the service on one database, which is where what one remembers can be old. */
class StandardStoreTest {

    private static final Caller OFFICIAL = new Caller("official", Set.of(Role.OFFICIAL), Set.of(), Set.of());
    private static final AtomicInteger NEXT = new AtomicInteger(9000);

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
        one.close();
        other.close();
        ISSUER.close();
    }

    @Test
    void keeps_what_was_decided_and_tells_it_again() {
        var reference = propose(store(one));

        var outcome = store(one).handle(green(reference, GreenTheme.MID, 1L, null));

        assertThat(outcome.sequence()).isEqualTo(2);
        assertThat(store(one).load(reference)).hasValueSatisfying(standard -> {
            assertThat(standard.sequence()).isEqualTo(2);
            assertThat(standard.state().green()).isEqualTo(GreenTheme.MID);
        });
        assertThat(store(other).load(reference)).isEqualTo(store(one).load(reference));
        assertThat(store(one).history(reference)).extracting(Recorded::sequence).containsExactly(1L, 2L);
    }

    @Test
    void knows_from_events_what_they_lead_to_and_asks_the_database_for_the_rest_alone() {
        var reference = propose(store(one));
        store(one).handle(green(reference, GreenTheme.MID, null, null));
        var events = store(one).history(reference);

        assertThat(store(other).lately(events.subList(0, 1)).get(reference))
                .as("follows from the first event, however many there are by now")
                .extracting(StateAt::sequence)
                .isEqualTo(1L);
        assertThat(store(other).lately(events))
                .as("follows from all of them")
                .containsOnly(java.util.Map.entry(
                        reference, store(one).load(reference).orElseThrow()));
        assertThat(store(one).lately(events.subList(0, 1)).get(reference))
                .as("remembered as it is after what it was asked for")
                .extracting(StateAt::sequence)
                .isEqualTo(2L);
        assertThat(store(other).lately(events.subList(1, 2)).get(reference))
                .as("does not follow from an event without those before it")
                .extracting(StateAt::sequence)
                .isEqualTo(2L);
    }

    @Test
    void shows_a_standard_as_it_was_at_an_instant() {
        var reference = propose(store(one));
        var first = store(one).history(reference).getFirst().recordedAt();
        store(one).handle(green(reference, GreenTheme.DARK, null, null));

        assertThat(store(one).asOf(reference, first.minusMillis(1))).isEmpty();
        assertThat(store(one).asOf(reference, first))
                .hasValueSatisfying(
                        standard -> assertThat(standard.state().green()).isEqualTo(GreenTheme.NONE));
        assertThat(store(one).asOf(reference, java.time.Instant.now().plusSeconds(1)))
                .hasValueSatisfying(
                        standard -> assertThat(standard.state().green()).isEqualTo(GreenTheme.DARK));
    }

    @Test
    void refuses_whoever_saw_an_older_state() {
        var reference = propose(store(one));
        store(one).handle(green(reference, GreenTheme.MID, 1L, null));

        assertThatThrownBy(() -> store(one).handle(green(reference, GreenTheme.DARK, 1L, null)))
                .isInstanceOfSatisfying(
                        StaleSequence.class,
                        stale -> assertThat(stale.current()).isEqualTo(2));
        assertThat(store(one).load(reference).orElseThrow().sequence()).isEqualTo(2);
    }

    @Test
    void is_not_fooled_by_what_an_instance_remembers() {
        var reference = propose(store(one));
        store(one).handle(green(reference, GreenTheme.MID, null, null));
        store(other).handle(green(reference, GreenTheme.DARK, 2L, null));

        // The first instance remembers sequence 2; the caller has seen 3 on the other.
        var outcome = store(one).handle(green(reference, GreenTheme.NONE, 3L, null));

        assertThat(outcome.sequence()).isEqualTo(4);
    }

    @Test
    void decides_again_where_another_instance_was_quicker_and_nobody_named_a_state() {
        var reference = propose(store(one));
        store(one).handle(green(reference, GreenTheme.MID, null, null));
        store(other).handle(green(reference, GreenTheme.DARK, null, null));

        assertThat(store(one)
                        .handle(green(reference, GreenTheme.NONE, null, null))
                        .sequence())
                .isEqualTo(4);
    }

    @Test
    void of_many_who_saw_the_same_state_one_wins_and_the_others_hear_that_they_are_late() throws Exception {
        var reference = propose(store(one));
        var themes = List.of(GreenTheme.MID, GreenTheme.DARK);

        var results = atOnce(IntStream.range(0, 12)
                .<Callable<String>>mapToObj(i -> () -> {
                    try {
                        store(i % 2 == 0 ? one : other).handle(green(reference, themes.get(i % 2), 1L, null));
                        return "won";
                    } catch (StaleSequence late) {
                        return "late " + late.current();
                    }
                })
                .toList());

        assertThat(results).containsOnlyOnce("won");
        assertThat(results.stream().filter(each -> each.equals("late 2"))).hasSize(11);
        assertThat(store(one).history(reference)).hasSize(2);
    }

    @Test
    void a_reference_is_given_once_even_if_many_ask_at_once() throws Exception {
        var reference = "OCC" + NEXT.incrementAndGet();

        var results = atOnce(IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> {
                    try {
                        store(i % 2 == 0 ? one : other)
                                .handle(Instruction.of(reference, proposal(reference), OFFICIAL));
                        return "proposed";
                    } catch (CommandRefused refused) {
                        return refused.refusal().name();
                    }
                })
                .toList());

        assertThat(results).containsOnlyOnce("proposed");
        assertThat(results.stream().filter(each -> each.equals(Refusal.ALREADY_EXISTS.name())))
                .hasSize(7);
        assertThat(store(one).history(reference)).hasSize(1);
    }

    @Test
    void a_named_request_is_carried_out_once_however_often_and_wherever_it_comes() throws Exception {
        var reference = propose(store(one));
        var once = Once.of("key-" + reference, "set green");

        var results = atOnce(IntStream.range(0, 8)
                .<Callable<Outcome<StandardEvent>>>mapToObj(
                        i -> () -> store(i % 2 == 0 ? one : other).handle(green(reference, GreenTheme.MID, 1L, once)))
                .toList());

        assertThat(results).allSatisfy(outcome -> {
            assertThat(outcome.sequence()).isEqualTo(2);
            assertThat(outcome.events()).hasSize(1);
        });
        assertThat(store(one).history(reference)).hasSize(2);
    }

    @Test
    void the_same_key_for_another_request_is_a_mistake() {
        var reference = propose(store(one));
        store(one).handle(green(reference, GreenTheme.MID, 1L, Once.of("key-2-" + reference, "mid")));

        assertThatThrownBy(() ->
                        store(one).handle(green(reference, GreenTheme.DARK, 2L, Once.of("key-2-" + reference, "dark"))))
                .isInstanceOf(KeyUsedOtherwise.class);
        assertThat(store(one).history(reference)).hasSize(2);
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        var reference = propose(store(one));
        var once = Once.of("key-3-" + reference, "same");

        assertThatThrownBy(() -> store(one).handle(green(reference, GreenTheme.MID, 9L, once)))
                .isInstanceOf(StaleSequence.class);

        assertThat(store(one).handle(green(reference, GreenTheme.MID, 1L, once)).sequence())
                .isEqualTo(2);
    }

    @Test
    void answers_are_forgotten_after_a_week() {
        var reference = propose(store(one));
        store(one).handle(green(reference, GreenTheme.MID, 1L, Once.of("key-4-" + reference, "mid")));
        var jdbc = one.bean(JdbcClient.class);
        jdbc.sql("UPDATE answered_request SET answered_at = answered_at - interval '8 days' WHERE reference = ?")
                .param(reference)
                .update();

        one.bean(AnsweredRequests.class).forgetOld();

        assertThat(jdbc.sql("SELECT count(*) FROM answered_request WHERE reference = ?")
                        .param(reference)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void next_references_skip_those_that_were_given_by_hand() {
        var references = one.bean(References.class);
        var next = Integer.parseInt(references.next().substring(3));
        var taken = "OCC" + (next + 1);
        store(one).handle(Instruction.of(taken, proposal(taken), OFFICIAL));

        assertThat(references.next()).isEqualTo("OCC" + (next + 2));
    }

    @Test
    void a_long_life_is_shortened_by_a_snapshot_that_says_the_same() {
        var reference = propose(store(one));
        IntStream.range(0, 120)
                .forEach(i ->
                        store(one).handle(green(reference, i % 2 == 0 ? GreenTheme.MID : GreenTheme.DARK, null, null)));
        await().until(() -> snapshots(reference) > 0);

        var fromEvents = store(one).at(reference, 121);

        assertThat(store(other).load(reference)).contains(fromEvents);
        assertThat(store(other)
                        .handle(green(reference, GreenTheme.NONE, 121L, null))
                        .sequence())
                .isEqualTo(122);
    }

    @Test
    void a_snapshot_of_other_code_is_passed_over() {
        var reference = propose(store(one));
        IntStream.range(0, 60)
                .forEach(i ->
                        store(one).handle(green(reference, i % 2 == 0 ? GreenTheme.MID : GreenTheme.DARK, null, null)));
        await().until(() -> snapshots(reference) > 0);
        one.bean(JdbcClient.class)
                .sql("UPDATE state_snapshot SET payload_revision = '0-other', payload = '{}' WHERE reference = ?")
                .param(reference)
                .update();

        assertThat(store(other).load(reference)).contains(store(one).at(reference, 61));
    }

    private static long snapshots(String reference) {
        return one.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM state_snapshot WHERE reference = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }

    private static StandardStore store(RunningStandards service) {
        return service.bean(StandardStore.class);
    }

    private static String propose(StandardStore store) {
        var reference = "OCC" + NEXT.incrementAndGet();
        store.handle(Instruction.of(reference, proposal(reference), OFFICIAL));
        return reference;
    }

    private static ProposeStandard proposal(String reference) {
        return new ProposeStandard(reference, "Miller", 3, 8, null, null, null, null);
    }

    private static Instruction<StandardCommand> green(
            String reference, GreenTheme theme, @Nullable Long expected, @Nullable Once once) {
        return new Instruction<>(reference, new SetGreenTheme(theme), OFFICIAL, expected, once, null);
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        var barrier = new CyclicBarrier(tasks.size());
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            return threads
                    .invokeAll(tasks.stream()
                            .<Callable<T>>map(task -> () -> {
                                barrier.await();
                                return task.call();
                            })
                            .toList())
                    .stream()
                    .map(StandardStoreTest::result)
                    .toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}

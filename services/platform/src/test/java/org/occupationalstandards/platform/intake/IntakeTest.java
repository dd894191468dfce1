package org.occupationalstandards.platform.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.occupationalstandards.platform.intake.IntakeFixture.header;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.testbed.Testbed;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

class IntakeTest {

    private final IntakeFixture the = new IntakeFixture();

    @AfterEach
    void close() {
        the.close();
    }

    private void awaitWords(String reference, String... words) {
        await().untilAsserted(() -> assertThat(the.mailbox.words(reference)).containsExactly(words));
    }

    /** When this has arrived, everything sent before it to the same standard has been looked at. */
    private void awaitEverythingTakenIn() {
        await().untilAsserted(() -> {
            IntakeProgress progress = the.intake().progress();
            assertThat(progress.total()).isPositive();
            assertThat(the.gauge("intake.lag.events")).isZero();
        });
    }

    private Parked parked() {
        return await().until(() -> the.intake().parked(10), list -> !list.isEmpty())
                .getFirst();
    }

    @Test
    void everyStandardIsTakenInInItsOrder() {
        String[] words = IntStream.range(0, 250).mapToObj(Integer::toString).toArray(String[]::new);
        for (String word : words) the.say("A", word).say("B", word).say("C", word);

        the.start();

        awaitWords("A", words);
        awaitWords("B", words);
        awaitWords("C", words);
        assertThat(the.count("intake.taken.in")).isEqualTo(750);
    }

    @Test
    void whatWasSeenBeforeIsLeftOut() {
        var first = the.next("A", "one");
        var second = the.next("A", "two");
        the.send(first);
        the.send(second);
        the.send(second);
        the.send(first);
        the.send(second);
        the.start();
        the.say("A", "three");

        awaitWords("A", "one", "two", "three");
        await().untilAsserted(() -> assertThat(the.count("intake.duplicates")).isEqualTo(3));
        assertThat(the.intake().parked(10)).isEmpty();
    }

    @Test
    void aStandardWithAGapWaitsAloneUntilTheMissingOneComes() {
        the.start();
        the.say("A", "one");
        var missing = the.next("A", "two");
        the.say("A", "three", "four").say("B", "one");

        awaitWords("B", "one");
        Parked parked = await().until(
                        () -> the.intake().parked(10),
                        list -> list.size() == 1 && list.getFirst().messages() == 2)
                .getFirst();
        assertThat(parked.reason()).isEqualTo(Reason.GAP);
        assertThat(parked.explanation()).contains("Follows sequence 4").contains("last one seen is 2");
        assertThat(the.mailbox.words("A")).containsExactly("one");
        assertThat(the.count("intake.gaps")).isEqualTo(1);
        await().untilAsserted(() -> assertThat(the.gauge("intake.parked")).isEqualTo(2));
        await().untilAsserted(() -> assertThat(the.gauge("intake.gap.seconds")).isGreaterThan(0.2));
        assertThat(the.gauge("intake.parked.seconds")).isGreaterThan(0.2);

        the.send(missing);

        awaitWords("A", "one", "two", "three", "four");
        the.say("A", "five");
        awaitWords("A", "one", "two", "three", "four", "five");
        await().untilAsserted(() -> assertThat(the.gauge("intake.parked")).isZero());
        assertThat(the.gauge("intake.gap.seconds")).isZero();
    }

    @Test
    void anOperatorMayGoOnOverAGap() {
        the.start();
        the.say("A", "one");
        the.next("A", "lost");
        the.say("A", "three", "four");
        await().until(() -> the.intake().parked(10).size() == 1);
        awaitEverythingTakenIn();

        Optional<Released> released = the.intake().release("A");

        assertThat(released).contains(new Released(2, null, List.of()));
        awaitWords("A", "one", "three", "four");
        the.say("A", "five");
        awaitWords("A", "one", "three", "four", "five");
        assertThat(the.intake().release("A")).isEmpty();
    }

    @Test
    void aMalformedMessageGoesToTheDeadLettersAndTheRestOfItsStandardWaits() {
        the.start();
        the.say("A", "one");
        var broken = the.next("A", "two");
        the.send(new ProducerRecord<>(the.topic, null, null, "A", "{\"word\":".getBytes(UTF_8), broken.headers()));
        the.say("A", "three", "four").say("B", "one");

        awaitWords("B", "one");
        await().untilAsserted(() -> assertThat(the.deadLetters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(header(letter, "dlt-reason")).isEqualTo("MALFORMED_DATA");
                    assertThat(header(letter, "dlt-explanation")).isNotBlank();
                    assertThat(header(letter, "dlt-original-topic")).isEqualTo(the.topic);
                    assertThat(header(letter, "dlt-original-partition"))
                            .isEqualTo(Integer.toString(letter.partition()));
                    assertThat(header(letter, "ce_id")).isEqualTo("A-4");
                    assertThat(letter.value()).isEqualTo("{\"word\":".getBytes(UTF_8));
                }));
        awaitEverythingTakenIn();
        assertThat(the.mailbox.words("A")).containsExactly("one");
        assertThat(parked().messages()).isEqualTo(3);
        assertThat(the.count("intake.dead.letters")).isEqualTo(1);

        Released tried = the.intake().release("A").orElseThrow();
        assertThat(tried.takenIn()).isZero();
        assertThat(tried.stillWaiting()).satisfies(still -> {
            assertThat(still.reason()).isEqualTo(Reason.MALFORMED_DATA);
            assertThat(still.messages()).isEqualTo(3);
        });

        assertThat(the.intake().drop("A")).contains(new Released(2, null, List.of()));
        awaitWords("A", "one", "(dropped)", "three", "four");
        the.say("A", "five");
        awaitWords("A", "one", "(dropped)", "three", "four", "five");
        assertThat(the.deadLetters()).hasSize(1);
    }

    @Test
    void aReadableCopyOfAnUnreadableMessageSetsItsStandardGoing() {
        the.start();
        var good = the.next("A", "one");
        the.send(new ProducerRecord<>(the.topic, null, null, "A", "no".getBytes(UTF_8), good.headers()));
        the.say("A", "two");
        await().until(() -> the.intake().parked(10).stream().anyMatch(each -> each.messages() == 2));

        the.send(good);

        awaitWords("A", "one", "two");
        await().until(() -> the.intake().parked(10).isEmpty());
    }

    @Test
    void theSameBrokenMessageAgainIsNotSetAsideTwice() {
        the.start();
        var broken = the.with(
                the.next("A", "one"),
                message -> message.headers().remove("ce_type").add("ce_type", "test.unheard.of.v1".getBytes(UTF_8)));
        the.send(broken);
        the.send(broken);
        the.say("B", "one");

        awaitWords("B", "one");
        awaitEverythingTakenIn();
        assertThat(parked().messages()).isEqualTo(1);
        assertThat(parked().reason()).isEqualTo(Reason.UNKNOWN_TYPE);
        await().untilAsserted(() -> assertThat(the.deadLetters()).hasSize(1));
    }

    @Test
    void aMessageThatIsTooLargeIsToldOfWithoutItsContent() {
        the.start();
        the.say("A", "x".repeat(IntakeFixture.LARGEST + 1));

        assertThat(parked().reason()).isEqualTo(Reason.TOO_LARGE);
        await().untilAsserted(() -> assertThat(the.deadLetters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(header(letter, "dlt-reason")).isEqualTo("TOO_LARGE");
                    assertThat(letter.value()).isEmpty();
                }));
    }

    @Test
    void aMessageWithoutANumberIsSetAsideUnderItsKey() {
        the.start();
        the.say("A", "one");
        the.send(the.with(the.next("A", "two"), message -> message.headers().remove("ce_sequence")));
        the.say("A", "three");

        await().until(() -> the.intake().parked(10).stream().anyMatch(each -> each.messages() == 2));
        assertThat(parked().reason()).isEqualTo(Reason.MALFORMED_ATTRIBUTES);
        assertThat(parked().explanation()).contains("sequence is missing");
        assertThat(the.intake().drop("A")).contains(new Released(1, null, List.of()));
        awaitWords("A", "one", "three");
    }

    @Test
    void rubbishThatBelongsToNobodyHoldsNobodyUp() {
        the.start();
        the.send(new ProducerRecord<@Nullable String, byte[]>(the.topic, 0, null, "rubbish".getBytes(UTF_8)));
        the.send(new ProducerRecord<@Nullable String, byte[]>(
                the.topic, 1, "k".repeat(5000), "rubbish".getBytes(UTF_8)));
        the.send(new ProducerRecord<@Nullable String, byte[]>(the.topic, 2, "zero\0zero", "rubbish".getBytes(UTF_8)));
        the.say("A", "one").say("B", "one").say("C", "one");

        awaitWords("A", "one");
        awaitWords("B", "one");
        awaitWords("C", "one");
        await().untilAsserted(() -> assertThat(the.deadLetters()).hasSize(3));
    }

    @Test
    void aMessageWhoseEffectsAreRefusedIsSetAsideAlone() {
        the.say("A", "one", "far too long a word", "three")
                .say("B", "one", "two")
                .say("C", "one");

        the.start();

        awaitWords("B", "one", "two");
        awaitWords("C", "one");
        awaitWords("A", "one");
        Parked parked = await().until(
                        () -> the.intake().parked(10),
                        list -> list.size() == 1 && list.getFirst().messages() == 2)
                .getFirst();
        assertThat(parked.reason()).isEqualTo(Reason.NOT_APPLICABLE);
        assertThat(parked.explanation()).contains("said_word_check");
        await().untilAsserted(() -> assertThat(the.deadLetters()).hasSize(1));
        assertThat(the.intake().release("A")).hasValueSatisfying(released -> {
            assertThat(released.takenIn()).isZero();
            assertThat(released.stillWaiting()).isNotNull();
        });

        the.jdbc.sql("alter table said drop constraint said_word_check").update();
        assertThat(the.intake().release("A")).contains(new Released(2, null, List.of()));
        awaitWords("A", "one", "far too long a word", "three");
    }

    @Test
    void whatTheDatabaseHasNoRoomForIsTheFaultOfTheMessageAlone() {
        // More lexemes than a tsvector holds: SQLSTATE 54000.
        the.mailbox.query(
                "huge",
                "select to_tsvector('simple', string_agg(md5(n::text), ' '))::text"
                        + " from generate_series(1, 40000) n");
        the.say("A", "one", "huge", "three").say("B", "one", "two");

        the.start();

        awaitWords("B", "one", "two");
        awaitWords("A", "one");
        assertThat(parked().reason()).isEqualTo(Reason.NOT_APPLICABLE);
        assertThat(parked().explanation()).contains("tsvector");
    }

    @Test
    void namesThatNoIndexWouldTakeAreSetAside() {
        the.start();
        for (String attribute : List.of("ce_id", "ce_type", "ce_source")) {
            the.send(the.with(
                    the.next(attribute, "one"),
                    message -> message.headers()
                            .remove(attribute)
                            .add(
                                    attribute,
                                    "x".repeat(Envelope.LONGEST_NAME + 1).getBytes(UTF_8))));
        }
        the.say("B", "one");

        awaitWords("B", "one");
        await().until(() -> the.intake().parked(10).size() == 3);
        assertThat(the.intake().parked(10))
                .allSatisfy(each -> assertThat(each.reason()).isEqualTo(Reason.MALFORMED_ATTRIBUTES));
    }

    @Test
    void aBrokerWhoseNameDoesNotResolveYetIsFoundOnceItDoes() {
        the.brokerIs("no-such-broker.invalid:9092");
        the.restart();
        the.say("A", "one");
        await().during(Duration.ofSeconds(2)).until(() -> !the.intake().alive());

        the.brokerIs(Testbed.bootstrapServers());

        awaitWords("A", "one");
        await().until(() -> the.intake().caughtUp());
    }

    @Test
    void effectsOfABatchThatFailedAreNotThere() {
        the.mailbox.failWith(new TransientDataAccessResourceException("not now"));
        the.say("A", "one", "two");
        the.start();

        await().untilAsserted(() -> assertThat(the.count("intake.failures")).isGreaterThan(3));
        assertThat(the.mailbox.words("A")).isEmpty();
        assertThat(the.jdbc
                        .sql("select count(*) from intake_reference")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(the.intake().parked(10)).isEmpty();
        assertThat(the.intake().caughtUp()).isFalse();

        the.mailbox.failWith(null);
        awaitWords("A", "one", "two");
        await().until(() -> the.intake().caughtUp());
    }

    @Test
    void aDatabaseThatIsAwayHoldsEverythingInItsOrder() throws SQLException {
        the.start();
        the.say("A", "one");
        awaitWords("A", "one");

        String name =
                the.jdbc.sql("select current_database()").query(String.class).single();
        var elsewhere = Testbed.freshDatabase();
        try (Connection operator =
                DriverManager.getConnection(elsewhere.url(), elsewhere.username(), elsewhere.password())) {
            operator.createStatement().execute("alter database " + name + " allow_connections false");
            operator.createStatement()
                    .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            the.say("A", "two", "three").say("B", "one");
            await().untilAsserted(() -> assertThat(the.count("intake.failures")).isGreaterThan(1));
            operator.createStatement().execute("alter database " + name + " allow_connections true");
        }
        the.say("A", "four");

        // The pool may still hand out a connection that was ended.
        await().ignoreExceptionsInstanceOf(DataAccessException.class).untilAsserted(() -> {
            assertThat(the.mailbox.words("A")).containsExactly("one", "two", "three", "four");
            assertThat(the.mailbox.words("B")).containsExactly("one");
            assertThat(the.intake().parked(10)).isEmpty();
        });
    }

    @Test
    void aDatabaseThatWasPutBackIsCaughtUpFromWhereItStands() {
        the.start();
        the.say("A", "one", "two").say("B", "one");
        awaitWords("A", "one", "two");
        awaitWords("B", "one");
        the.intake().stop();
        List.of("said", "intake_reference", "intake_partition")
                .forEach(table -> the.jdbc.sql("truncate " + table).update());

        the.restart();
        the.say("A", "three").say("B", "two");

        awaitWords("A", "one", "two", "three");
        awaitWords("B", "one", "two");
        assertThat(the.intake().parked(10)).isEmpty();
    }

    @Test
    void aDatabaseThatIsPutBackUnderARunningConsumerIsCaughtUpToo() {
        the.start();
        the.say("A", "one", "two");
        awaitWords("A", "one", "two");
        awaitEverythingTakenIn();

        the.jdbc.sql("truncate said, intake_reference, intake_partition").update();
        the.say("A", "three");

        awaitWords("A", "one", "two", "three");
    }

    @Test
    void aRestartTakesNothingInTwice() {
        the.start();
        the.say("A", "one", "two");
        awaitWords("A", "one", "two");

        the.restart();
        the.say("A", "three");

        awaitWords("A", "one", "two", "three");
    }

    @Test
    void itIsReadyOnlyOnceWhatWasThereAtItsStartIsTakenIn() {
        the.mailbox.failWith(new TransientDataAccessResourceException("not now"));
        the.say("A", "one");
        var health = new IntakeHealth(List.of(the.intake()));
        assertThat(health.health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");

        the.start();
        await().untilAsserted(() -> assertThat(the.gauge("intake.lag.events")).isEqualTo(1));
        await().untilAsserted(() -> assertThat(the.gauge("intake.lag.seconds")).isGreaterThan(0.3));
        assertThat(health.health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");

        the.mailbox.failWith(null);
        await().untilAsserted(
                        () -> assertThat(health.health().getStatus().getCode()).isEqualTo("UP"));
        await().untilAsserted(() -> assertThat(the.gauge("intake.lag.seconds")).isZero());
        assertThat(the.gauge("intake.running")).isEqualTo(1);

        // Waiting for the topic to go on is not being behind.
        the.mailbox.failWith(new TransientDataAccessResourceException("not now"));
        the.say("A", "two");
        await().untilAsserted(() -> assertThat(the.gauge("intake.lag.events")).isEqualTo(1));
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void aConsumerThatDiedTakesTheServiceOutOfRotation() {
        the.start();
        the.say("A", "one");
        awaitWords("A", "one");
        var health = new IntakeHealth(List.of(the.intake()));
        await().untilAsserted(
                        () -> assertThat(health.health().getStatus().getCode()).isEqualTo("UP"));

        the.mailbox.failWith(new OutOfMemoryError("for the test"));
        the.say("A", "two");

        await().untilAsserted(
                        () -> assertThat(health.health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE"));
        assertThat(the.gauge("intake.running")).isZero();
    }
}

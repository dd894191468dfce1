package org.occupationalstandards.standards.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.Testbed;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** How much is read at a time. */
class OutboxTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static RunningStandards service;

    /** Messages of 1000, 3000, 500, 9000 and 10 bytes, in places where the service itself does not look. */
    @BeforeAll
    static void fill() {
        service = RunningStandards.start(ISSUER, Testbed.freshDatabase(), "localhost:1");
        var jdbc = service.bean(JdbcClient.class);
        long number = 1_000;
        for (int size : List.of(1_000, 3_000, 500, 9_000, 10)) {
            number++;
            jdbc.sql("""
                            INSERT INTO outbox (number, channel, position, reference, sequence, previous_sequence, event_id,
                                                type, recorded_at, data)
                            VALUES (:number, 'EVENTS', :number, 'OCC' || :number, 1, 0, 'e' || :number, 't', now(),
                                    convert_to(repeat('x', :size), 'UTF8'))""").param("number", number).param("size", size).update();
            jdbc.sql("""
                            INSERT INTO current_standard (reference, sequence, title, stage, status, version, level, route,
                                                          changed_at, workflow_sequence, announced_sequence,
                                                          announced_position, announced_id, announced_at, occupation)
                            VALUES ('OCC' || :number, 1, 't', 'potential', 'potential', '0.0', 3, 7, now(), 0, 1, :number,
                                    'e' || :number, now(), convert_to(repeat('x', :size), 'UTF8'))""").param("number", number).param("size", size).update();
        }
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    private static List<Long> after(long number, int limit, long bytes) {
        return numbers(service.bean(Outbox.class).after(number, limit, bytes));
    }

    @Test
    void as_many_messages_as_the_bytes_allow() {
        assertThat(after(1_000, 500, 4_500)).containsExactly(1_001L, 1_002L, 1_003L);
        assertThat(after(1_000, 500, 4_499)).containsExactly(1_001L, 1_002L);
    }

    @Test
    void one_that_is_larger_comes_alone() {
        assertThat(after(1_003, 500, 4_500)).containsExactly(1_004L);
    }

    @Test
    void no_more_messages_than_asked_for() {
        assertThat(after(1_000, 2, 1_000_000)).containsExactly(1_001L, 1_002L);
        assertThat(after(1_005, 2, 1_000_000)).isEmpty();
    }

    @Test
    void what_is_read_ahead_is_what_follows_and_going_back_reads_again() throws Exception {
        var settings = new PublishingSettings(
                URI.create("http://localhost/schemas"), 2, DataSize.ofMegabytes(4), 8, Duration.ofSeconds(8));
        var pages = new ReadAhead(service.bean(Outbox.class), settings);

        assertThat(numbers(pages.after(1_000))).containsExactly(1_001L, 1_002L);
        assertThat(numbers(pages.after(1_002))).containsExactly(1_003L, 1_004L);
        assertThat(numbers(pages.after(1_001))).containsExactly(1_002L, 1_003L);
        assertThat(numbers(pages.after(1_003))).containsExactly(1_004L, 1_005L);
        assertThat(pages.after(1_005)).isEmpty();
    }

    private static List<Long> numbers(List<OutboxMessage> page) {
        return page.stream().map(OutboxMessage::number).toList();
    }

    @Test
    void states_come_in_pages_of_so_many_bytes_until_there_are_no_more() {
        var references = List.of("OCC1005", "OCC1001", "OCC1004", "OCC1002", "OCC1003", "OCC9999");
        var pages = new ArrayList<List<String>>();
        var last = "";
        Outbox.StatePage page;
        do {
            page = service.bean(Outbox.class).states(references, "state", last, 4_500);
            pages.add(page.messages().stream().map(OutboxMessage::reference).toList());
            last = page.messages().getLast().reference();
        } while (page.more());
        assertThat(pages)
                .containsExactly(List.of("OCC1001", "OCC1002", "OCC1003"), List.of("OCC1004"), List.of("OCC1005"));
    }

    @Test
    void standards_without_a_public_state_have_none() {
        var none = service.bean(Outbox.class).states(List.of("OCC9999"), "state", "", 4_500);
        assertThat(none.messages()).isEmpty();
        assertThat(none.more()).isFalse();
    }
}

package org.occupationalstandards.notifications.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.notifications.PublicAddresses;
import org.occupationalstandards.notifications.work.WorkNews.News;
import org.occupationalstandards.notifications.work.WorkNews.Turn;

/** Who reads only the subject knows which standard it is, what is asked of them and by when. */
class WorkLinesTest {

    private static final Instant JANUARY = Instant.parse("2027-01-07T09:00:00Z");
    private static final Instant MARCH = Instant.parse("2027-03-01T09:00:00Z");
    private static final String VOTED = "A member of the panel voted.";

    private final WorkLines lines = new WorkLines(
            new PublicAddresses(
                    URI.create("http://n"), URI.create("http://c"), URI.create("http://s"), "localhost:9092"),
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London")));

    private static News news(String reference, int hour, @Nullable String done, Turn... turns) {
        var at = Instant.parse("2026-11-22T%02d:00:00Z".formatted(hour));
        return new News(reference, "Stonemason", at, done, List.of(turns));
    }

    private String subject(News... news) {
        return lines.subject(lines.of(List.of(news)));
    }

    @Test
    void oneThingToDoIsTheSubject() {
        assertThat(subject(news("OCC4001", 9, VOTED, new Turn("decide on the draft", JANUARY))))
                .isEqualTo("Your turn on Stonemason (OCC4001): decide on the draft, by 7 January 2027");
        assertThat(subject(news("OCC4001", 9, null, new Turn("complete the draft", null))))
                .isEqualTo("Your turn on Stonemason (OCC4001): complete the draft");
    }

    @Test
    void ofSeveralThingsTheFirstDayIsSaid() {
        assertThat(subject(
                        news("OCC4001", 9, null, new Turn("look at the evidence for condition 2", MARCH)),
                        news("OCC4001", 10, null, new Turn("look at the evidence for condition 1", JANUARY))))
                .isEqualTo("Your turn on Stonemason (OCC4001): 2 things to do, the first by 7 January 2027");
        assertThat(subject(
                        news("OCC4001", 9, VOTED), news("OCC4002", 10, VOTED, new Turn("decide on the draft", MARCH))))
                .isEqualTo("Your turn on 1 of 2 occupational standards, the first by 1 March 2027");
    }

    @Test
    void whereNothingIsAskedItSaysWhatHasHappened() {
        assertThat(subject(news("OCC4001", 9, "The ballot was called off; its votes are void.")))
                .isEqualTo("Stonemason (OCC4001): the ballot was called off");
        assertThat(subject(news("OCC4001", 9, VOTED), news("OCC4001", 9, "The consultation was closed.")))
                .isEqualTo("News of Stonemason (OCC4001)");
        assertThat(subject(news("OCC4001", 9, VOTED), news("OCC4002", 9, VOTED)))
                .isEqualTo("News of 2 occupational standards");
    }

    @Test
    void nothingIsSaidTwice() {
        var standard = lines.of(List.of(
                        news("OCC4001", 9, VOTED, new Turn("decide on the draft", JANUARY)),
                        news("OCC4001", 10, "The ballot was called off; its votes are void."),
                        news("OCC4001", 11, VOTED, new Turn("decide on the draft", MARCH))))
                .getFirst();

        assertThat(standard.turns())
                .containsExactly(new WorkLines.Turn("decide on the draft", MARCH, "1 March 2027, 09:00"));
        assertThat(standard.done())
                .containsExactly(
                        new WorkLines.Done(VOTED, "22 November 2026, 11:00", 2),
                        new WorkLines.Done(
                                "The ballot was called off; its votes are void.", "22 November 2026, 10:00", 1));
        assertThat(standard.page()).isEqualTo("http://c/occupations/OCC4001");
        assertThat(standard.actions()).isEqualTo("http://s/standards/OCC4001");
    }
}

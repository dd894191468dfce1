package org.occupationalstandards.standards.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Occupation.Upcoming;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.lifecycle.RandomLife;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;

/** Lives as they are announced: what a consumer adds up is what the rulebook says, after every announcement. */
class StandingVersionTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** An announcement, the occupation that follows for a consumer, and the one of the rulebook. */
    private record Told(Announcement announcement, Occupation heard, Occupation known) {}

    @Test
    void what_a_consumer_adds_up_is_the_version_that_stands_and_the_one_to_come() {
        assertThat(lives()).hasSizeGreaterThan(1000).allSatisfy(told -> {
            assertThat(told.heard().version()).isEqualTo(told.known().version());
            assertThat(told.heard().title()).isEqualTo(told.known().title());
            assertThat(told.heard().status()).isEqualTo(told.known().status());
            assertThat(told.heard().upcoming()).isEqualTo(told.known().upcoming());
            if (!told.known().version().equals("0.0")) {
                assertThat(told.heard().effectiveFrom()).isEqualTo(told.known().effectiveFrom());
            }
            if (told.known().upcoming() != null) {
                assertThat(told.heard().effectiveTo()).isEqualTo(told.known().effectiveTo());
            }
        });
    }

    @Test
    void a_version_to_come_is_announced_when_it_is_approved_and_again_when_it_is_in_force() {
        var told = lives();

        assertThat(told)
                .anySatisfy(each -> assertThat(each.announcement())
                        .isInstanceOfSatisfying(Announcement.Approved.class, approved -> {
                            var version = approved.facts().version();
                            assertThat(approved.upcoming())
                                    .isNotNull()
                                    .isEqualTo(each.heard().upcoming());
                            assertThat(approved.upcoming())
                                    .extracting(Upcoming::version)
                                    .isEqualTo(version);
                            assertThat(approved.occupation().version()).isEqualTo(version);
                            assertThat(each.heard().version()).isNotEqualTo(version);
                        }));
        assertThat(told)
                .anySatisfy(each -> assertThat(each.announcement())
                        .isInstanceOfSatisfying(
                                Announcement.VersionInForce.class,
                                begun -> assertThat(begun.occupation().version())
                                        .isEqualTo(begun.facts().version())
                                        .isEqualTo(each.heard().version())));
    }

    private static List<Told> lives() {
        return IntStream.range(0, 300)
                .mapToObj(seed -> new RandomLife(seed).live(60).events())
                .flatMap(events -> told(events).stream())
                .toList();
    }

    private static List<Told> told(List<StandardEvent> events) {
        List<Told> told = new ArrayList<>();
        StandardState before = StandardState.none();
        @Nullable Occupation heard = null;
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var after = before.after(event);
            var recorded = new Recorded<>("id" + i, "OCC0001", i + 1L, event.at(), null, null, event);
            if (Announcing.of(recorded, before, after, LONDON) instanceof Publication.Public announced) {
                heard = announced.announcement().after(heard);
                told.add(new Told(announced.announcement(), heard, Occupations.of(recorded, after, LONDON)));
            }
            before = after;
        }
        return told;
    }
}

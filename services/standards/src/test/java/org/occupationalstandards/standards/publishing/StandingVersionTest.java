package org.occupationalstandards.standards.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.contracts.Announcement;
import org.occupationalstandards.contracts.Difference;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Occupation.Upcoming;
import org.occupationalstandards.standards.eventsourcing.Recorded;
import org.occupationalstandards.standards.lifecycle.RandomLife;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lives as they are announced: what a consumer adds up is what the rulebook says, after every announcement. */
class StandingVersionTest {

    private static final JsonMapper JSON = PublishedJson.MAPPER;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** An announcement, the occupation before and after it for a consumer, and the one of the rulebook. */
    private record Told(Announcement announcement, @Nullable Occupation before, Occupation heard, Occupation known) {}

    @Test
    void what_a_consumer_adds_up_is_what_the_rulebook_says() {
        var lives = lives();

        assertThat(lives).hasSizeGreaterThan(1000);
        assertThat(lives.stream().flatMap(StandingVersionTest::differing).distinct())
                .isEmpty();
    }

    /** What the two say differently, after which type of announcement. */
    private static Stream<String> differing(Told told) {
        JsonNode heard = JSON.valueToTree(told.heard());
        JsonNode known = JSON.valueToTree(told.known());
        return known.properties().stream()
                .filter(field -> !field.getValue().equals(heard.path(field.getKey())))
                .map(field -> "%s: %s is %s, not %s"
                        .formatted(
                                told.announcement().getClass().getSimpleName(),
                                field.getKey(),
                                heard.path(field.getKey()),
                                field.getValue()));
    }

    @Test
    void nothing_that_is_said_changes_without_being_told_as_a_difference() {
        assertThat(lives().stream()
                        .filter(told -> told.before() != null)
                        .flatMap(told ->
                                Difference.betweenVersions(Objects.requireNonNull(told.before()), told.heard()).stream()
                                        .filter(change -> !told.announcement()
                                                .facts()
                                                .changes()
                                                .contains(change))
                                        .map(change ->
                                                told.announcement().getClass().getSimpleName() + ": " + change))
                        .distinct())
                .isEmpty();
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
                var heardBefore = heard;
                heard = announced.announcement().after(heardBefore);
                told.add(new Told(
                        announced.announcement(), heardBefore, heard, Occupations.of(recorded, after, LONDON)));
            }
            before = after;
        }
        return told;
    }
}

package org.occupationalstandards.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LadderTest {

    private static final RandomGenerator LEAST = generatorOf(0);
    private static final RandomGenerator MOST = generatorOf(Math.nextDown(1.0));

    /** As the service has them where nothing else is said. */
    private static final DeliverySettings SETTINGS = new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("notifications.delivery", DeliverySettings.class);

    private final Ladder least = new Ladder(SETTINGS, LEAST);
    private final Ladder most = new Ladder(SETTINGS, MOST);

    private static RandomGenerator generatorOf(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }

    private static Duration pause(Ladder ladder, int failures) {
        return ladder.pause(failures, null).orElseThrow();
    }

    private static int steps() {
        return SETTINGS.ladder().size();
    }

    @Test
    void itLastsThreeDaysHoweverTheDiceFall() {
        var sum = IntStream.range(0, steps())
                .mapToObj(failures -> pause(least, failures))
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(sum).isBetween(Duration.ofHours(72), Duration.ofHours(74));
    }

    @Test
    void everyPauseIsLongerThanAnyBeforeIt() {
        for (int failures = 1; failures < steps(); failures++) {
            assertThat(pause(least, failures)).isGreaterThan(SETTINGS.ladder().get(failures - 1));
        }
    }

    @Test
    void chanceLengthensAPauseByAFifthAtMost() {
        for (int failures = 0; failures < steps(); failures++) {
            var step = SETTINGS.ladder().get(failures);
            assertThat(pause(least, failures)).isEqualTo(step);
            assertThat(pause(most, failures))
                    .isGreaterThan(step.plus(step.dividedBy(10)))
                    .isLessThanOrEqualTo(step.plus(step.dividedBy(5)));
        }
        var ladder = new Ladder(SETTINGS, new Random(1));
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> pause(ladder, 3))
                        .distinct()
                        .count())
                .as("receivers that come back are not all called at once")
                .isGreaterThan(90);
    }

    @Test
    void aReceiverMayAskForMoreTimeWithinBounds() {
        assertThat(least.pause(0, Duration.ofMinutes(7))).contains(Duration.ofMinutes(7));
        assertThat(least.pause(0, Duration.ofSeconds(1))).as("but not for less").contains(Duration.ofSeconds(5));
        assertThat(least.pause(0, Duration.ofDays(365))).contains(Duration.ofHours(12));
        assertThat(least.pause(steps() - 1, Duration.ofDays(365)))
                .as("the ladder's own pause is longer")
                .contains(Duration.ofHours(19));
    }

    @Test
    void afterTheLastStepThereIsNoFurtherAttempt() {
        assertThat(least.pause(steps() - 1, null)).isPresent();
        assertThat(least.pause(steps(), null)).isEmpty();
        assertThat(least.pause(steps(), Duration.ofSeconds(1))).isEmpty();
        assertThat(least.pause(steps() + 5, null)).isEmpty();
    }
}

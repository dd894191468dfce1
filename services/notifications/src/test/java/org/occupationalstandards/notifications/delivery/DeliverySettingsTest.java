package org.occupationalstandards.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliverySettingsTest {

    private static DeliverySettings with(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("notifications.delivery", DeliverySettings.class);
    }

    @Test
    void noOwnerHasMoreThanATenthOfAnyChannel() {
        var settings = with(Map.of());

        assertThat(settings.perOwner(settings.inFlight())).isEqualTo(50);
        assertThat(settings.perOwner(settings.mailsInFlight())).isEqualTo(2);
    }

    @Test
    void theWholeLadderTakesThreeDays() {
        assertThat(with(Map.of()).wholeLadder())
                .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusHours(1));
    }

    @ParameterizedTest
    @CsvSource({
        "owner-share, 1, owner-share",
        "owner-share, 0, owner-share",
        "owner-share, -0.1, owner-share",
        "mails-in-flight, 5, mails-in-flight",
        "in-flight, 9, in-flight",
        "per-subscription, 0, per-subscription",
        "attempt, 60s, attempt"
    })
    void whatLeavesSomebodyWithoutAPlaceIsRefusedAtTheStart(String name, String value, String named) {
        assertThatThrownBy(() -> with(Map.of("notifications.delivery." + name, value)))
                .rootCause()
                .hasMessageContaining("notifications.delivery." + named);
    }
}

package org.occupationalstandards.notifications.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.notifications.delivery.DeliverySettings;
import org.occupationalstandards.notifications.delivery.Outcome;
import tools.jackson.databind.json.JsonMapper;

class RehearsalTest {

    private static final int TIMES = 5;

    /** Nobody inside may be called, and nobody's name be looked up. */
    private static final WebhookSettings SETTINGS = new WebhookSettings(
            false,
            null,
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(5),
            Duration.ofHours(24),
            List.of(),
            TIMES);

    private static final DeliverySettings DELIVERIES = new DeliverySettings(
            List.of(Duration.ofSeconds(5)),
            0,
            Duration.ofHours(1),
            Duration.ofSeconds(45),
            Duration.ofSeconds(60),
            8,
            0.1,
            500,
            20);

    private final AtomicInteger lookups = new AtomicInteger();
    private final List<InetSocketAddress> receivers = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    @Test
    void whatIsRehearsedArrivesWithinThisProcessAndGoesToNobodyElse() throws Exception {
        var addresses = new CheckedAddresses(new AddressPolicy(SETTINGS), SETTINGS.lookupTimeout(), host -> {
            lookups.incrementAndGet();
            throw new UnknownHostException(host);
        });
        var client = spy(new WebhookClient(SETTINGS, DELIVERIES, addresses, new Answers(Clock.systemUTC())));
        doAnswer(call -> {
                    receivers.add(call.getArgument(0));
                    var outcome = (Outcome) call.callRealMethod();
                    outcomes.add(outcome);
                    return outcome;
                })
                .when(client)
                .rehearse(any(), any(), anyString(), anyLong(), anyString());
        var secrets = new Secrets(SETTINGS);
        var channel = new WebhookChannel(mock(), secrets, client, new JsonMapper(), Clock.systemUTC(), DELIVERIES);

        new Rehearsal(channel, client, secrets, SETTINGS, Clock.systemUTC()).run();

        assertThat(outcomes).hasSize(TIMES).allMatch(outcome -> outcome.equals(new Outcome.Delivered(204, null)));
        assertThat(receivers).allMatch(receiver -> receiver.getAddress().isLoopbackAddress());
        assertThat(lookups).hasValue(0);
        client.close();
        addresses.close();
    }
}

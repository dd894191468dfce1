package org.occupationalstandards.notifications.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckedAddressesTest {

    private static final WebhookSettings SETTINGS = new WebhookSettings(
            false,
            null,
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMillis(100),
            Duration.ofHours(24),
            List.of(),
            0);

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger lookups = new AtomicInteger();
    private final CheckedAddresses addresses =
            new CheckedAddresses(new AddressPolicy(SETTINGS), SETTINGS.lookupTimeout(), this::lookUp);

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        lookups.incrementAndGet();
        if (host.equals("unknown.example")) throw new UnknownHostException(host);
        if (host.equals("hanging.example")) {
            try {
                release.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        return new InetAddress[] {InetAddress.getByName(host.equals("inside.example") ? "10.0.0.1" : "8.8.8.8")};
    }

    @AfterEach
    void stop() {
        release.countDown();
        addresses.close();
    }

    @Test
    void aNameThatIsNotAnsweredIsGivenUpAndHoldsUpNoOther() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> addresses.resolve("hanging.example"))
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessageContaining("in time");
        }

        assertThat(lookups).as("one thread waits for it, however many ask").hasValue(1);
        assertThat(addresses.resolve("well.example")).containsExactly(InetAddress.getByName("8.8.8.8"));
    }

    @Test
    void everyAttemptLooksTheNameUpAnew() throws Exception {
        for (int i = 0; i < 50; i++) addresses.resolve("well.example");

        assertThat(lookups).hasValue(50);
        assertThatThrownBy(() -> addresses.resolve("unknown.example")).isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> addresses.resolve("inside.example")).isInstanceOf(CheckedAddresses.Forbidden.class);
    }
}

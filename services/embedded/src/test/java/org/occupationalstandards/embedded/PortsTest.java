package org.occupationalstandards.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void noPortIsGivenTwice() {
        assertThat(IntStream.range(0, 2_000).map(each -> Ports.free()).boxed()).doesNotHaveDuplicates();
    }

    @Test
    void aPortOfAServerIsNeverOneThatAnOutgoingConnectionMayBeGiven() {
        assertThat(IntStream.range(0, 500).map(each -> Ports.choose(Ports.ANY, "a test")))
                .allMatch(port -> port >= 20_000 && port < 32_768);
    }

    @Test
    void portsInARowAreAllFree() throws Exception {
        int first = Ports.freeInARow(5);
        for (int port = first; port < first + 5; port++) {
            try (var server = new ServerSocket()) {
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            }
        }
    }

    @Test
    void aPortThatSomebodyHasIsNotFree() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(other.getLocalPort())).isFalse();
        }
    }
}

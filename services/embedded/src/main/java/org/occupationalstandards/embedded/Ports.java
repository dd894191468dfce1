package org.occupationalstandards.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback address. */
final class Ports {

    /** Means: any port that is free. */
    static final int ANY = 0;

    private Ports() {}

    /** The port itself after a look whether it is free, or a free one where {@code port} is {@link #ANY}. */
    static int choose(int port, String forWhat) {
        try (var socket = new ServerSocket()) {
            // Connections of an earlier run that are still winding down do not make the port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new CannotStart(
                    "Port %d, wanted for %s, is taken by another program.".formatted(port, forWhat), failure);
        }
    }
}

package org.occupationalstandards.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback address. */
public final class Ports {

    /** Means: any port that is free. */
    static final int ANY = 0;

    private Ports() {}

    /** Whether nobody listens there now. */
    public static boolean isFree(int port) {
        try (var socket = bound(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** The port itself after a look whether it is free, or a free one where {@code port} is {@link #ANY}. */
    static int choose(int port, String forWhat) {
        try (var socket = bound(port)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new CannotStart(
                    "Port %d, wanted for %s, is taken by another program.".formatted(port, forWhat), taken);
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            // Connections of an earlier run that are still winding down do not make the port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }
}

package org.occupationalstandards.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** TCP ports on the loopback address. */
public final class Ports {

    /** Means: any port that is free. */
    static final int ANY = 0;

    /**
     * Operating systems give outgoing connections ports from 32,768 on. Below that nobody is given the port of a server
     * between the look and its start, or while it is stopped.
     */
    static final int LOWEST = 20_000;

    static final int HIGHEST = 32_767;

    private static final int MOST_TRIES = 10_000;

    private static final Set<Integer> GIVEN = new HashSet<>();

    private Ports() {}

    /** Whether nobody listens there now. */
    public static boolean isFree(int port) {
        try (var socket = bound(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether nobody listens there now; if so, nobody in this process is given it as a free one. */
    public static synchronized boolean keep(int port) {
        boolean free = isFree(port);
        if (free) GIVEN.add(port);
        return free;
    }

    /** A free port that this process was not given before. */
    public static int free() {
        return freeInARow(1);
    }

    /**
     * The first of that many free ports side by side, none of which this process was given before.
     *
     * @throws CannotStart when there are none
     */
    public static synchronized int freeInARow(int ports) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 2 - ports);
            var row = IntStream.range(first, first + ports);
            if (row.allMatch(port -> !GIVEN.contains(port) && isFree(port))) {
                for (int port = first; port < first + ports; port++) GIVEN.add(port);
                return first;
            }
        }
        throw new CannotStart("No free port from %,d to %,d (wanted: %d in a row).".formatted(LOWEST, HIGHEST, ports));
    }

    /** The port itself after a look whether it is free, or a free one where {@code port} is {@link #ANY}. */
    static int choose(int port, String forWhat) {
        if (port == ANY) return free();
        if (keep(port)) return port;
        throw new CannotStart("Port %d, wanted for %s, is taken by another program.".formatted(port, forWhat));
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

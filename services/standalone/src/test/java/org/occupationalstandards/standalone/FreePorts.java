package org.occupationalstandards.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.occupationalstandards.embedded.Ports;

/** Ports that a standalone of a test may have. */
final class FreePorts {

    private static int next = 21_000 + (int) (ProcessHandle.current().pid() % 800) * 10;

    private FreePorts() {}

    /** The first of five in a row. */
    static synchronized int five() {
        while (!IntStream.range(next, next + Options.HTTP_PORTS).allMatch(Ports::isFree)) {
            next += Options.HTTP_PORTS;
        }
        int first = next;
        next += Options.HTTP_PORTS;
        return first;
    }

    static int one() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}

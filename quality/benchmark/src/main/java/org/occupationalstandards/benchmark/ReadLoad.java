package org.occupationalstandards.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Asks for the same addresses over and over, on a few connections that stay open, each asking again as soon as it has its answer.
 * Plain sockets: on a machine with two cores, a client that unpacks and copies would measure itself.
 */
final class ReadLoad {

    private final int port;
    private final List<byte[]> requests;
    private final int expected;
    private final AtomicInteger next = new AtomicInteger();

    /** @param header one more line of the request, or nothing */
    ReadLoad(int port, List<String> paths, String header, int expected) {
        this.port = port;
        this.expected = expected;
        this.requests = paths.stream()
                .map(path -> ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                                + "\r\nAccept: application/json\r\n" + (header.isEmpty() ? "" : header + "\r\n")
                                + "\r\n")
                        .getBytes(ISO_8859_1))
                .toList();
    }

    /** What came of it. */
    record Result(double perSecond, Latencies latencies, long bytesEach) {
        String summary() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f requests/s of %,d bytes, p99 %.1f ms",
                    perSecond,
                    bytesEach,
                    latencies.percentile(99).toNanos() / 1e6);
        }
    }

    Result run(int connections, Duration length) {
        Latencies latencies = new Latencies();
        LongAdder bytes = new LongAdder();
        AtomicInteger failures = new AtomicInteger();
        long began = System.nanoTime();
        long end = began + length.toNanos();
        try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                clients.execute(() -> {
                    try {
                        client(end, latencies, bytes);
                    } catch (IOException e) {
                        failures.incrementAndGet();
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
        if (failures.get() > 0) throw new IllegalStateException(failures + " connections broke off");
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Result(latencies.count() / seconds, latencies, bytes.sum() / Math.max(1, latencies.count()));
    }

    private void client(long end, Latencies latencies, LongAdder bytes) throws IOException {
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket()) {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress("localhost", port));
                InputStream in = new BufferedInputStream(socket.getInputStream(), 128 * 1024);
                boolean open = true;
                while (open && System.nanoTime() < end) {
                    long asked = System.nanoTime();
                    socket.getOutputStream()
                            .write(requests.get(Math.floorMod(next.getAndIncrement(), requests.size())));
                    Answer answer = answer(in);
                    bytes.add(answer.bytes());
                    latencies.add(Duration.ofNanos(System.nanoTime() - asked));
                    open = answer.open();
                }
            }
        }
    }

    /** @param open whether the server leaves the connection open: after so many answers it does not */
    private record Answer(long bytes, boolean open) {}

    private Answer answer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" " + expected)) throw new IOException("Answered " + status);
        long length = 0;
        boolean open = true;
        String line;
        while (!(line = line(in)).isEmpty()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Long.parseLong(lower.substring(15).strip());
            if (lower.startsWith("connection:") && lower.contains("close")) open = false;
            if (lower.startsWith("transfer-encoding:")) throw new IOException("Without a length");
        }
        in.skipNBytes(length);
        return new Answer(length, open);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next;
        while ((next = in.read()) != '\n') {
            if (next < 0) throw new EOFException("The connection was closed");
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }
}

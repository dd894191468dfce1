package org.occupationalstandards.faults.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One service in a process of its own, which can be killed, paused and started again with the same settings. */
public final class ServiceProcess implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final int port;
    private final List<String> command;
    private final Path log;
    private @Nullable Process process;

    ServiceProcess(String name, String mainClass, int port, Map<String, String> settings, Path log) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                // Most of these processes live a minute: they start in half the time without the second compiler.
                "-XX:TieredStopAtLevel=1",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass,
                "--server.port=" + port));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
    }

    public String name() {
        return name;
    }

    /** Starts it; it is not ready yet. */
    public void start() {
        start(Map.of());
    }

    /** Starts it with these environment variables besides ours; it is not ready yet. */
    public void start(Map<String, String> environment) {
        if (isAlive()) throw new IllegalStateException(name + " runs already");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /**
     * SIGKILL: no hook runs, nothing is flushed.
     *
     * @return number of the process, which is gone
     */
    public long kill() {
        Process victim = running();
        victim.destroyForcibly();
        awaitEnd(victim);
        if (ProcessHandle.of(victim.pid()).isPresent()) throw new IllegalStateException(name + " survived");
        return victim.pid();
    }

    /** Number of the process. */
    public long pid() {
        return running().pid();
    }

    /** SIGSTOP: it holds its connections and does nothing. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT: it goes on as if no time had passed. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder(
                            "kill", "-" + signal, Long.toString(running().pid()))
                    .start();
            if (kill.waitFor() != 0) throw new IllegalStateException("Could not send " + signal + " to " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it says that it is ready: up, and caught up. */
    public void awaitReady(Duration longest) {
        Instant end = Instant.now().plus(longest);
        while (!ready()) {
            if (!isAlive()) throw new IllegalStateException(name + " ended; see " + log);
            if (Instant.now().isAfter(end)) throw new IllegalStateException(name + " is not ready; see " + log);
            Pause.of(Duration.ofMillis(100));
        }
    }

    public boolean ready() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address("/actuator/health/readiness")))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String address(String path) {
        return "http://localhost:" + port + path;
    }

    private Process running() {
        if (process == null || !process.isAlive()) throw new IllegalStateException(name + " does not run");
        return process;
    }

    private void awaitEnd(Process ended) {
        try {
            if (!ended.waitFor(30, TimeUnit.SECONDS)) throw new IllegalStateException(name + " does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process == null || !process.isAlive()) return;
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

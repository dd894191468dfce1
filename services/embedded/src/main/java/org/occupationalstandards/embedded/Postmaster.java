package org.occupationalstandards.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The process that its {@code postmaster.pid} says serves a data folder. */
final class Postmaster {

    private final Path data;
    private final Path pidFile;

    Postmaster(Path data) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
    }

    /** Afterwards nobody serves the folder: a server left over by a killed process is stopped, as cleanly as it can be. */
    void stopLeftOver(PostgresPrograms programs) throws IOException {
        if (Files.notExists(pidFile)) {
            return;
        }
        if (isRunning()) {
            programs.stop(data);
        } else {
            // After a crash of the machine the number may by now belong to any program, and the server would take it
            // for
            // another server.
            Files.deleteIfExists(pidFile);
        }
    }

    /**
     * A process that ended but that nobody has asked for its exit code, as in a container whose first process is not an
     * init, still has a number; it no longer has a command line.
     */
    private boolean isRunning() throws IOException {
        return pid().flatMap(ProcessHandle::of)
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                .isPresent();
    }

    private Optional<Long> pid() throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}

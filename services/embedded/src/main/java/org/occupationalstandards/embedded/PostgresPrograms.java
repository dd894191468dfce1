package org.occupationalstandards.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL that come in a jar for each operating system, unpacked so that they can be run. */
final class PostgresPrograms {

    /** What a program ended with: its exit code, and what it printed. */
    record Outcome(int exitCode, String said) {

        boolean failed() {
            return exitCode != 0;
        }
    }

    private final Path home;

    private PostgresPrograms(Path home) {
        this.home = home;
    }

    /** Unpacks them in {@code folder}, unless they are there. */
    static PostgresPrograms unpackedIn(Path folder) throws IOException {
        byte[] archive;
        try (var bundled = bundled()) {
            archive = bundled.readAllBytes();
        } catch (IllegalStateException none) {
            throw new CannotStart(
                    "No PostgreSQL is bundled for %s on %s.".formatted(operatingSystem(), architecture()), none);
        }
        var home = folder.resolve("programs-" + digest(archive)).toAbsolutePath();
        if (Files.notExists(home)) {
            var incomplete = Files.createTempDirectory(folder, "programs-incomplete-");
            unpack(archive, incomplete);
            Files.move(incomplete, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(home);
    }

    /** Waits for the server of {@code data} to end: open transactions are rolled back, committed ones are on disk. */
    void stop(Path data) {
        var outcome = run("pg_ctl", "stop", "-m", "fast", "-w", "-t", "60", "-s", "-D", data.toString());
        if (outcome.failed() && Files.exists(data.resolve("postmaster.pid"))) {
            throw new IllegalStateException("PostgreSQL did not stop in " + data + ": " + outcome.said());
        }
    }

    Outcome run(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, with root's files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            // A file, not a pipe: the server would hold the pipe open long after the program that started it.
            var output = Files.createTempFile(program, ".out");
            try {
                var builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
                builder.environment().put("LC_ALL", "C");
                builder.environment().put("TZ", "UTC");
                int exitCode = builder.start().waitFor();
                return new Outcome(exitCode, Files.readString(output).strip().replaceAll("\\s*\n\\s*", " / "));
            } finally {
                Files.delete(output);
            }
        } catch (IOException failure) {
            throw new CannotStart(
                    "PostgreSQL's %s cannot be run: %s.".formatted(program, failure.getMessage()), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL's %s was at work.".formatted(program), interrupted);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var entries = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry of the PostgreSQL archive points outside: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? path : path.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, target.resolve(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(entries, path);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static String digest(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** By name first: the resolver refuses where the same archive stands on the class path twice. */
    private static InputStream bundled() throws IOException {
        var name = "/postgres-%s-%s.txz".formatted(operatingSystem().toLowerCase(Locale.ROOT), architecture());
        var found = PostgresPrograms.class.getResourceAsStream(name);
        return found != null
                ? found
                : DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(operatingSystem(), architecture());
    }

    private static String operatingSystem() {
        var name = System.getProperty("os.name");
        return name.startsWith("Mac") ? "Darwin" : name;
    }

    private static String architecture() {
        var name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }
}

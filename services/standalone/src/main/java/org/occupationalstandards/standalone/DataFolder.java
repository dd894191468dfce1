package org.occupationalstandards.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.occupationalstandards.embedded.CannotStart;
import org.occupationalstandards.embedded.FolderLock;

/** The folder of everything that is kept, held by this process alone while it runs. */
final class DataFolder implements AutoCloseable {

    /** Raised whenever an older program could no longer make sense of the folder. */
    private static final int VERSION = 1;

    private static final String VERSION_FILE = "version";
    private static final String EXAMPLE_FILE = "example";

    /** How far the example has come in this folder. */
    enum Example {
        UNWANTED,
        WANTED,
        OCCUPATIONS_LOADED,
        LOADED
    }

    private final Path folder;
    private final FolderLock lock;

    private DataFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * @param withExample whether the folder, if it is new, gets the example
     * @throws CannotStart when it cannot be used, with the reason
     */
    static DataFolder open(Path folder, boolean withExample) {
        try {
            Files.createDirectories(folder);
            var lock = FolderLock.take(folder);
            try {
                var opened = new DataFolder(folder, lock);
                opened.checkVersion(withExample);
                return opened;
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new CannotStart(
                    "The folder %s cannot be read and written: %s.".formatted(folder, reason(failure)), failure);
        }
    }

    Path postgres() {
        return folder.resolve("postgresql");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path exampleSubscriber() {
        return folder.resolve("example-subscriber.properties");
    }

    Path log() {
        return folder.resolve("log").resolve("standalone.log");
    }

    Example example() {
        try {
            return Example.valueOf(
                    Files.readString(folder.resolve(EXAMPLE_FILE)).strip());
        } catch (IOException | IllegalArgumentException failure) {
            throw new CannotStart(
                    "The folder %s does not say whether its example is loaded.".formatted(folder), failure);
        }
    }

    void exampleIs(Example state) {
        try {
            write(EXAMPLE_FILE, state.name());
        } catch (IOException failure) {
            throw new CannotStart("The folder %s cannot be written: %s.".formatted(folder, reason(failure)), failure);
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    private void checkVersion(boolean withExample) throws IOException {
        var file = folder.resolve(VERSION_FILE);
        if (Files.notExists(file)) {
            refuseForeignFiles();
            write(EXAMPLE_FILE, (withExample ? Example.WANTED : Example.UNWANTED).name());
            write(VERSION_FILE, Integer.toString(VERSION));
            return;
        }
        int found = version(Files.readString(file).strip());
        if (found > VERSION) {
            throw new CannotStart(
                    "The data in %s is of version %d, written by a newer program; this one knows version %d."
                            .formatted(folder, found, VERSION));
        }
    }

    private int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new CannotStart("The folder %s has a file named version that says \"%s\" instead of a number."
                    .formatted(folder, text));
        }
    }

    /** Somebody's home folder is not to be filled with databases because of a slip. */
    private void refuseForeignFiles() throws IOException {
        try (var files = Files.list(folder)) {
            boolean foreign = files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> !name.equals("lock") && !name.startsWith(EXAMPLE_FILE) && !name.equals("log"));
            if (foreign) {
                throw new CannotStart(
                        "The folder %s holds other things and no data of this program; name an empty or a new one with --data."
                                .formatted(folder));
            }
        }
    }

    private void write(String name, String text) throws IOException {
        var incomplete = Files.createTempFile(folder, EXAMPLE_FILE, ".incomplete");
        Files.writeString(incomplete, text + System.lineSeparator());
        Files.move(incomplete, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case java.nio.file.AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
            case java.nio.file.FileAlreadyExistsException exists -> exists.getFile() + " is a file";
            case java.nio.file.FileSystemException other
            when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            default -> failure.toString();
        };
    }
}

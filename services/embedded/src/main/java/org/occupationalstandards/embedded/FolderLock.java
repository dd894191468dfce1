package org.occupationalstandards.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds a folder for one running process. The operating system lets go of it when that process dies, however it dies. */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of {@code folder}, which exists.
     *
     * @throws CannotStart when somebody else holds it
     * @throws IOException when no file can be written there
     */
    public static FolderLock take(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // The same refusal as for any other holder.
        }
        channel.close();
        throw new CannotStart("The folder %s is in use by another running instance.".formatted(folder));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

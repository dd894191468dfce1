package org.occupationalstandards.catalogue.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.representation.EntityTag;

/** The file of one shape, and who may write it. */
final class Shelf {

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Volume volume;

    /**
     * The whole catalogue on disk.
     *
     * @param model which state of the model that is
     * @param tag of the bytes of the plain file
     */
    record Volume(String model, Path plain, Path gzipped, EntityTag tag) {

        private void delete() throws IOException {
            Files.deleteIfExists(plain);
            Files.deleteIfExists(gzipped);
        }
    }

    /** A file that is open: it can be read to its end even when a newer one has taken its place. */
    record Copy(EntityTag tag, long length, InputStream stream) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    /** Which state of the model there is now. */
    @FunctionalInterface
    interface Model {
        String now();
    }

    /** Writes a new volume. */
    @FunctionalInterface
    interface Press {
        Volume print() throws IOException;
    }

    /** A copy of what is here, printed anew if the model has changed since. One prints, the others wait for it. */
    Copy copy(boolean gzipped, Model model, Press press) throws IOException {
        lock.lock();
        try {
            Volume current = volume;
            if (current == null || !current.model().equals(model.now())) {
                Volume old = current;
                current = press.print();
                volume = current;
                if (old != null) old.delete();
            }
            Path path = gzipped ? current.gzipped() : current.plain();
            EntityTag tag = gzipped ? current.tag().gzipped() : current.tag();
            return new Copy(tag, Files.size(path), Files.newInputStream(path));
        } finally {
            lock.unlock();
        }
    }

    void clear() throws IOException {
        lock.lock();
        try {
            if (volume != null) volume.delete();
            volume = null;
        } finally {
            lock.unlock();
        }
    }
}

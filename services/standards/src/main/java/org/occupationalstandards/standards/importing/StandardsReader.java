package org.occupationalstandards.standards.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads one kind of file. Whatever the bytes are, the answer is records and refusals, never an exception about them. */
public interface StandardsReader {

    /**
     * Reads to the end of the file and hands over each record as soon as it is read.
     *
     * @param file closed by whoever opened it
     * @throws IOException when the bytes themselves cannot be had
     */
    void read(InputStream file, Consumer<ImportRecord> records) throws IOException;
}

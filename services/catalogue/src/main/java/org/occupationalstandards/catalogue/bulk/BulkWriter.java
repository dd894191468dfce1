package org.occupationalstandards.catalogue.bulk;

import java.io.IOException;
import java.io.OutputStream;
import org.occupationalstandards.contracts.Occupation;

/** Writes occupations one after the other; never holds more than one. */
interface BulkWriter extends AutoCloseable {

    void write(Occupation occupation) throws IOException;

    /** Ends the file. */
    @Override
    void close() throws IOException;

    /** Begins a file. */
    @FunctionalInterface
    interface Begin {
        BulkWriter on(OutputStream stream) throws IOException;
    }
}

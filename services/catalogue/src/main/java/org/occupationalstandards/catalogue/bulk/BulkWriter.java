package org.occupationalstandards.catalogue.bulk;

import java.io.IOException;
import org.occupationalstandards.contracts.Occupation;

/** Writes occupations one after the other; never holds more than one. */
interface BulkWriter extends AutoCloseable {

    void write(Occupation occupation) throws IOException;

    /** Ends the file. */
    @Override
    void close() throws IOException;
}

package org.occupationalstandards.catalogue.bulk;

import java.nio.file.Path;
import org.occupationalstandards.platform.representation.EntityTag;

/**
 * The whole catalogue on disk, at one state of the model.
 *
 * @param model which state that is
 * @param tag of the bytes of the plain file
 */
record BulkFile(String model, Path plain, Path gzipped, EntityTag tag) {}

package org.occupationalstandards.platform.intake;

import javax.sql.DataSource;

/**
 * A service whose whole schema is a model of the topic, so that it can be built anew beside the one that is read. A bean of
 * this type is all that a service adds to {@link PlatformRebuild}.
 */
public interface Rebuildable {

    /** The service's recipient, working on that data source alone: its connections work in the schema that is being built. */
    Recipient<?> into(DataSource schema);

    /**
     * Makes up for what the recipient left out because nobody reads the model yet. Called when it is about to be read, and
     * once more right before, when there is hardly anything left to do.
     */
    default void makeReadable(DataSource schema) {}
}

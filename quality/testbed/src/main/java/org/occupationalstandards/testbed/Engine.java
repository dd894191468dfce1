package org.occupationalstandards.testbed;

/** Where PostgreSQL and Kafka come from. */
interface Engine {

    Database freshDatabase();

    String bootstrapServers();
}

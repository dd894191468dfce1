package org.occupationalstandards.testbed;

/** Where PostgreSQL and Kafka come from. Either is started when it is first asked for, and stopped with this JVM. */
interface Engine {

    /** @throws NoContainers when this engine turns out to be of no use on this machine */
    DatabaseServer postgres() throws NoContainers;

    /** @throws NoContainers when this engine turns out to be of no use on this machine */
    String bootstrapServers() throws NoContainers;

    /** One line for the reader of the test's output. */
    String description();
}

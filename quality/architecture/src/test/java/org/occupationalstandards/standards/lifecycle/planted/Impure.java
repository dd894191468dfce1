package org.occupationalstandards.standards.lifecycle.planted;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.occupationalstandards.catalogue.CatalogueService;

/** Planted: a rulebook that asks everybody. */
public final class Impure {

    Object decide(CommandGateway gateway, Producer<String, String> producer, CatalogueService catalogue) {
        return new Object[] {Instant.now(), UUID.randomUUID(), gateway, producer, catalogue};
    }
}

package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to products; each event carries the product as it is afterwards. */
public sealed interface ProductEvent extends StandardEvent {

    /** The product as it is after the event. */
    Product product();

    /** There is a new product. */
    record ProductAdded(Product product, String by, Instant at) implements ProductEvent {}

    /** Attributes of a product are different. */
    record ProductChanged(Product product, @Nullable String reason, String by, Instant at) implements ProductEvent {}

    /** People can start on it. */
    record ProductApproved(Product product, @Nullable String note, String by, Instant at) implements ProductEvent {}

    /** Nobody can start on it for the time being. */
    record StartsPaused(Product product, String reason, String by, Instant at) implements ProductEvent {}

    /** People can start on it again. */
    record StartsResumed(Product product, @Nullable String reason, String by, Instant at) implements ProductEvent {}

    /** The product has ended. */
    record ProductRetired(Product product, String reason, String by, Instant at) implements ProductEvent {}

    /** The product is back, in development. */
    record ProductReinstated(Product product, String reason, String by, Instant at) implements ProductEvent {}
}

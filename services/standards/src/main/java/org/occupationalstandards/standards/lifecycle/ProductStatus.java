package org.occupationalstandards.standards.lifecycle;

/** Where a product stands; products have a life of their own beside the standard. */
public enum ProductStatus {
    IN_DEVELOPMENT,
    APPROVED_FOR_DELIVERY,
    STARTS_PAUSED,
    RETIRED
}

package org.occupationalstandards.standards.lifecycle;

/** Where a product stands; products have a life of their own beside the standard. */
public enum ProductStatus {
    IN_DEVELOPMENT("is in development"),
    APPROVED_FOR_DELIVERY("is approved for delivery"),
    STARTS_PAUSED("takes no starts for the time being"),
    RETIRED("is retired");

    private final String says;

    ProductStatus(String says) {
        this.says = says;
    }

    /** The status as the end of a sentence about a product. */
    public String says() {
        return says;
    }
}

package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Where a product stands; products have a life of their own beside the standard. */
public enum ProductStatus {
    IN_DEVELOPMENT("in-development"),
    APPROVED_FOR_DELIVERY("approved-for-delivery"),
    STARTS_PAUSED("starts-paused"),
    RETIRED("retired");

    private final String wireName;

    ProductStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in addresses. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that name on the wire, if there is one. */
    public static Optional<ProductStatus> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst();
    }
}

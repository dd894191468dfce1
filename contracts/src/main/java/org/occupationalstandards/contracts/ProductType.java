package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What kind of qualification is built on a standard. */
public enum ProductType {
    APPRENTICESHIP("apprenticeship"),
    T_LEVEL("t-level"),
    TECHNICAL_QUALIFICATION("technical-qualification"),
    HIGHER_TECHNICAL_QUALIFICATION("higher-technical-qualification");

    private final String wireName;

    ProductType(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in addresses. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that name on the wire, if there is one. */
    public static Optional<ProductType> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst();
    }
}

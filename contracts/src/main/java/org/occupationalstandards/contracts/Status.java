package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Where an occupational standard stands, as the public sees it. */
public enum Status {
    POTENTIAL("potential"),
    IN_DEVELOPMENT("in-development"),
    APPROVED("approved"),
    RETIRED("retired"),
    WITHDRAWN("withdrawn");

    private final String wireName;

    Status(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in addresses. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that name on the wire, if there is one. */
    public static Optional<Status> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst();
    }
}

package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How much a new version changes, as an official classified it; {@code NEW} is the first version. */
public enum ChangeClass {
    NEW("new"),
    CORRECTION("correction"),
    ADJUSTMENT("adjustment"),
    REVISION("revision");

    private final String wireName;

    ChangeClass(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in addresses. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that name on the wire, if there is one. */
    public static Optional<ChangeClass> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst();
    }
}

package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Green theme of an occupation: how much of the job serves environmental goals. */
public enum Green {
    NONE("none"),
    MID("mid"),
    DARK("dark");

    private final String wireName;

    Green(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in addresses. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that name on the wire, if there is one. */
    public static Optional<Green> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst();
    }
}

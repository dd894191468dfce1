package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Why two occupations are linked: knowledge and skills that transfer at work, or a route of technical education. */
public enum ProgressionKind {
    OCCUPATIONAL("occupational"),
    TECHNICAL_EDUCATION("technical-education");

    private final String wireName;

    ProgressionKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in addresses. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that name on the wire, if there is one. */
    public static Optional<ProgressionKind> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst();
    }
}

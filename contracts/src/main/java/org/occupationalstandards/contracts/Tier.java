package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Tier of the occupational map: levels 2 and 3, 4 and 5, 6 and 7. */
public enum Tier {
    TECHNICAL("technical"),
    HIGHER_TECHNICAL("higher-technical"),
    PROFESSIONAL("professional");

    private final String wireName;

    Tier(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in addresses. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that name on the wire, if there is one. */
    public static Optional<Tier> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst();
    }

    /** The tier of a level from 2 to 7. */
    public static Tier ofLevel(int level) {
        return level <= 3 ? TECHNICAL : level <= 5 ? HIGHER_TECHNICAL : PROFESSIONAL;
    }
}

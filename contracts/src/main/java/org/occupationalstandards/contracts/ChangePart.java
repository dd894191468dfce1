package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Which part of a standard a change touches. */
public enum ChangePart {
    FIELD("field"),
    KNOWLEDGE("knowledge"),
    SKILL("skill"),
    BEHAVIOUR("behaviour"),
    DUTY("duty"),
    OPTION("option"),
    PRODUCT("product"),
    PROGRESSION("progression");

    private final String wireName;

    ChangePart(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in addresses. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that name on the wire, if there is one. */
    public static Optional<ChangePart> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst();
    }
}

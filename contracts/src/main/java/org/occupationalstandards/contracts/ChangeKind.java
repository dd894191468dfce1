package org.occupationalstandards.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What happened to one part of a standard. */
public enum ChangeKind {
    ADDED("added"),
    REMOVED("removed"),
    REWORDED("reworded"),
    MOVED("moved"),
    CHANGED("changed"),
    MAPPED("mapped"),
    UNMAPPED("unmapped");

    private final String wireName;

    ChangeKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in addresses. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The constant of that name on the wire, if there is one. */
    public static Optional<ChangeKind> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst();
    }
}

package org.occupationalstandards.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may be in the approval of standards. A caller can have several. */
public enum Role {
    EMPLOYER_GROUP_CHAIR,
    EMPLOYER_GROUP_MEMBER,
    OFFICIAL,
    PANEL_MEMBER,
    COMMITTEE,
    SUBSCRIBER;

    /** The name in tokens, such as {@code employer-group-chair}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The authority that Spring Security knows it by, such as {@code ROLE_EMPLOYER_GROUP_CHAIR}. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** The role of that name in a token; empty for the roles of others, which issuers put there too. */
    public static Optional<Role> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }
}

package org.occupationalstandards.standards.register;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.occupationalstandards.standards.lifecycle.EmployerName;

/** Ids of employers. */
public final class EmployerIds {

    /**
     * For an employer that is registered because there is none of its name: spellings of one name have one id, so that of
     * two who register it at once, one is told of the other's entry.
     */
    public static UUID ofName(String name) {
        return UUID.nameUUIDFromBytes(
                ("employer of the register: " + EmployerName.key(name)).getBytes(StandardCharsets.UTF_8));
    }

    private EmployerIds() {}
}

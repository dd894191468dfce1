package org.occupationalstandards.standards.policy;

import java.util.List;

/** Settings of the policy that make none. The service does not start with them. */
final class WrongPolicy extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongPolicy(List<String> wrong) {
        super("Settings of the policy are wrong: " + String.join("; ", wrong), null, false, false);
    }
}

package org.occupationalstandards.standards.employers;

import java.util.List;

/** The register, for whoever looks for an employer by its name. */
public interface KnownEmployers {

    /** Those that may be meant, the surest first. */
    List<Candidate> alike(String name);
}

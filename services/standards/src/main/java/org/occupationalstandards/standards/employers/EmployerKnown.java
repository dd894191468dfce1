package org.occupationalstandards.standards.employers;

import java.util.List;

/** There may be an entry for this employer. Nothing was registered. */
public final class EmployerKnown extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Candidate> candidates;

    EmployerKnown(List<Candidate> candidates) {
        super(candidates.size() + " employers of a similar name", null, false, false);
        this.candidates = List.copyOf(candidates);
    }

    /** Those that may be meant, the surest first. */
    public List<Candidate> candidates() {
        return candidates;
    }
}

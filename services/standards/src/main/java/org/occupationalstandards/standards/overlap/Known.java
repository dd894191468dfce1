package org.occupationalstandards.standards.overlap;

import java.util.List;
import org.occupationalstandards.standards.lifecycle.Status;
import org.occupationalstandards.standards.lifecycle.content.Overlap;

/**
 * What is kept of an existing standard to warn of it.
 *
 * @param sayings empty where nobody asked for statements
 */
record Known(
        String reference,
        String title,
        Status status,
        int level,
        List<String> jobTitles,
        List<Overlap.Saying> sayings) {
    Known {
        jobTitles = List.copyOf(jobTitles);
        sayings = List.copyOf(sayings);
    }
}

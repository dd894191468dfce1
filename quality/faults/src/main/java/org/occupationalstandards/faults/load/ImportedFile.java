package org.occupationalstandards.faults.load;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Files with one existing standard each, with content and a product, in the shape of the Skills England feed. */
public enum ImportedFile {
    APPROVED("""
            "status": "Approved for delivery", "version": "1.0", "approvedForDelivery": "2024-01-02",
            "earliestStartDate": "2024-02-01","""),
    IN_DEVELOPMENT("""
            "status": "In development",""");

    private final String standing;

    ImportedFile(String standing) {
        this.standing = standing;
    }

    String text(String reference) {
        String number = reference.substring("OCC".length());
        return """
                [{"referenceNumber": "%1$s", "reference": "%2$s", "title": "Fault finder of %2$s", %3$s
                  "level": 3, "route": "Digital", "typicalDuration": 18, "maxFunding": 9000,
                  "overviewOfRole": "Looks for faults.", "typicalJobTitles": ["Finder", "Tester"], "keywords": ["fault"],
                  "knowledge": [{"id": "%4$s", "text": "What can go wrong with %2$s"}, {"id": "%5$s", "text": "What it shows"}],
                  "skills": [{"id": "%6$s", "text": "Find what went wrong with %2$s"}],
                  "behaviours": [{"id": "%7$s", "text": "Patient"}],
                  "duties": [{"id": "%8$s", "text": "Looks for the faults of %2$s", "mappedKnowledge": ["%4$s", "%5$s"],
                              "mappedSkills": ["%6$s"], "mappedBehaviour": ["%7$s"]}]}]""".formatted(
                        product(reference),
                        reference,
                        standing,
                        id(number, "k1"),
                        id(number, "k2"),
                        id(number, "s1"),
                        id(number, "b1"),
                        id(number, "d1"));
    }

    /** Code of its apprenticeship. */
    static String product(String reference) {
        return "ST" + reference.substring("OCC".length());
    }

    private static UUID id(String number, String part) {
        return UUID.nameUUIDFromBytes((number + part).getBytes(StandardCharsets.UTF_8));
    }
}

package org.occupationalstandards.platform.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.occupationalstandards.contracts.CloudEventNames;

/** Reads the CloudEvents attributes, which binary mode carries as headers. */
final class Envelope {

    private static final String PREFIX = "ce_";
    static final String SUBJECT = PREFIX + "subject";

    /** In characters; a reference has 8 or so. The ledger's index would refuse a very long one. */
    static final int LONGEST_SUBJECT = 100;

    /** In characters, of what names an event: an index would refuse a very long one. */
    static final int LONGEST_NAME = 200;

    /** @throws Unreadable when an attribute that order or identity rest on is missing or malformed */
    static Incoming read(Letter letter) throws Unreadable {
        String subject = required(letter, "subject");
        if (subject.length() > LONGEST_SUBJECT) throw malformed("The subject has " + subject.length() + " characters");
        if (letter.key() != null && !letter.key().equals(subject)) {
            throw malformed("The key is " + letter.key() + ", the subject is " + subject);
        }
        if (letter.headers().containsKey(PREFIX + "source")) name(letter, "source");
        return new Incoming(
                name(letter, "id"),
                name(letter, "type"),
                subject,
                time(letter),
                number(letter, CloudEventNames.SEQUENCE, 1),
                number(letter, CloudEventNames.PREVIOUS_SEQUENCE, 0),
                number(letter, CloudEventNames.POSITION, 1),
                attributes(letter),
                letter.headers().get("traceparent"),
                letter.bytes());
    }

    private static String name(Letter letter, String attribute) throws Unreadable {
        String value = required(letter, attribute);
        if (value.length() <= LONGEST_NAME) return value;
        throw malformed(
                "The attribute " + attribute + " has " + value.length() + " characters; at most " + LONGEST_NAME);
    }

    private static String required(Letter letter, String attribute) throws Unreadable {
        String value = letter.headers().get(PREFIX + attribute);
        if (value == null || value.isBlank()) throw malformed("The attribute " + attribute + " is missing");
        return value;
    }

    private static Instant time(Letter letter) throws Unreadable {
        String value = required(letter, "time");
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw malformed("The attribute time is not a timestamp: " + value);
        }
    }

    private static long number(Letter letter, String attribute, long least) throws Unreadable {
        String value = required(letter, attribute);
        try {
            long number = Long.parseLong(value);
            if (number >= least) return number;
        } catch (NumberFormatException e) {
            // told below, together with numbers that are too small
        }
        throw malformed("The attribute " + attribute + " is not a number from " + least + " up: " + value);
    }

    private static Map<String, String> attributes(Letter letter) {
        Map<String, String> attributes = new LinkedHashMap<>();
        letter.headers().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) attributes.put(name.substring(PREFIX.length()), value);
        });
        return Map.copyOf(attributes);
    }

    private static Unreadable malformed(String explanation) {
        return new Unreadable(Reason.MALFORMED_ATTRIBUTES, explanation);
    }

    private Envelope() {}
}

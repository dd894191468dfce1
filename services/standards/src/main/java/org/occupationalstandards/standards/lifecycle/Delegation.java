package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;

/** A vote given into other hands until the end of a day. */
public record Delegation(String from, String to, LocalDate until) {}

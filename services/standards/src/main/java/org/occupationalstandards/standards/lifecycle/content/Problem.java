package org.occupationalstandards.standards.lifecycle.content;

/**
 * One thing that is wrong with what was sent, or missing from a standard.
 *
 * @param pointer JSON pointer (RFC 6901) to the part, empty for the whole
 * @param message what is wrong and what is expected, in plain words
 */
public record Problem(String pointer, String message) {}

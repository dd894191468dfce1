package org.occupationalstandards.standards.importing;

/**
 * One thing that is wrong with a record, in words for the person who sent the file.
 *
 * @param line line of the file, counted from 1; 0 where a record has no lines of its own
 * @param part which part of the record: a section, a column, or a JSON pointer inside the record
 * @param message what is wrong, with the value that was found where that helps
 */
public record ImportProblem(int line, String part, String message) {}

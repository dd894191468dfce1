package org.occupationalstandards.standards.lifecycle.content;

/**
 * How long the texts and lists of a standard may be. The defaults leave room above the longest of some 700 real
 * standards (90 characters of title, 800 of a statement, 5,000 of a summary, 97 employers, 35 duties, 70 knowledge).
 *
 * @param title characters of a title, of the standard or of an option
 * @param overview characters
 * @param summary characters
 * @param statement characters of a knowledge, skill, behaviour or duty
 * @param line characters of a line in a list: an employer, a job title, a criterion …
 * @param statements knowledge statements, and as many skills and behaviours each
 * @param duties duties, and as many options
 * @param criteria criteria of one duty
 * @param lines lines of any other list
 * @param medianSalary pounds a year
 * @param size bytes of the whole, as {@link ContentSize} counts them
 */
public record ContentLimits(
        int title,
        int overview,
        int summary,
        int statement,
        int line,
        int statements,
        int duties,
        int criteria,
        int lines,
        int medianSalary,
        int size) {

    /**
     * What any setting may allow at most. An announcement says a standard once and what has changed in it twice, before
     * and after: in JSON that comes to some ten times its size, and the topics take messages of 4 MiB.
     */
    public static final int LARGEST_SIZE = 256 * 1024;

    public static ContentLimits defaults() {
        return new ContentLimits(200, 2_000, 20_000, 2_000, 1_000, 200, 100, 50, 500, 1_000_000, LARGEST_SIZE);
    }
}

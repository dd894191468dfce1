package org.occupationalstandards.standards.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a page.
 *
 * @param number in the file, from 1
 * @param text cleaned; empty for a line without words
 */
record PageLine(int number, String text) {

    private static final String BULLETS = "•·▪◦‣●-–*";

    /** The lines of a text, whatever ends them. */
    static List<PageLine> of(String text) {
        List<PageLine> lines = new ArrayList<>();
        for (String each : text.split("\\R", -1)) {
            lines.add(new PageLine(lines.size() + 1, PlainText.line(each)));
        }
        return lines;
    }

    boolean blank() {
        return text.isEmpty();
    }

    boolean bulleted() {
        return text.length() > 2 && BULLETS.indexOf(text.charAt(0)) >= 0 && text.charAt(1) == ' '
                || text.length() > 1 && text.charAt(0) == '•';
    }

    /** The text without a bullet before it. */
    String item() {
        return bulleted() ? text.substring(1).strip() : text;
    }
}

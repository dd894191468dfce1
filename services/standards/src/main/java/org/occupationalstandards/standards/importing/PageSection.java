package org.occupationalstandards.standards.importing;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands under one heading of a page.
 *
 * @param line of the heading
 * @param lines under it, blank ones included because they part paragraphs
 */
record PageSection(PageHeading heading, int line, List<PageLine> lines) {

    PageSection(PageHeading heading, int line) {
        this(heading, line, new ArrayList<>());
    }

    /** Lines with words. */
    List<PageLine> written() {
        return lines.stream().filter(line -> !line.blank()).toList();
    }

    /** Paragraphs parted by blank lines; a line of a list keeps a line of its own. */
    String paragraphs() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return PlainText.paragraphs(text.toString());
    }

    /** One item a line; a single line may hold them all, parted by commas. */
    List<String> items() {
        List<String> items = written().stream().map(PageLine::item).toList();
        return items.size() == 1 ? CommaList.split(items.getFirst()) : items;
    }
}

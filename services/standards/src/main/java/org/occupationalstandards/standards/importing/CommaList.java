package org.occupationalstandards.standards.importing;

import java.util.ArrayList;
import java.util.List;

/** Lists that pages write into one line: parted by commas or semicolons, but not inside brackets. */
final class CommaList {

    static List<String> split(String line) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        int lastBracket = line.lastIndexOf(')');
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if ((c == ',' || c == ';') && (depth == 0 || i > lastBracket)) {
                add(line.substring(start, i), items);
                start = i + 1;
            }
        }
        add(line.substring(start), items);
        return items;
    }

    private static void add(String item, List<String> items) {
        if (!item.isBlank()) {
            items.add(item.strip());
        }
    }

    private CommaList() {}
}

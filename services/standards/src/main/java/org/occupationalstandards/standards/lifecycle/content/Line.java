package org.occupationalstandards.standards.lifecycle.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of a list in which lines may repeat.
 *
 * @param time which of the lines that say the same it is, counted from 1
 */
record Line(String text, int time) {

    static List<Line> of(List<String> texts) {
        Map<String, Integer> times = new HashMap<>();
        List<Line> lines = new ArrayList<>(texts.size());
        for (String text : texts) {
            lines.add(new Line(text, times.merge(text, 1, Integer::sum)));
        }
        return lines;
    }
}

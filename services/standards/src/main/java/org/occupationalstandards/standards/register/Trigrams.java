package org.occupationalstandards.standards.register;

import java.util.Set;
import java.util.TreeSet;

/** Pieces of three letters: names that are spelt alike have many of them in common. */
final class Trigrams {

    /** Of each word, with its edges. */
    static Set<String> of(String key) {
        var trigrams = new TreeSet<String>();
        for (var word : key.split(" ")) {
            var edged = "  " + word + " ";
            for (int i = 0; i + 3 <= edged.length(); i++) {
                trigrams.add(edged.substring(i, i + 3));
            }
        }
        return trigrams;
    }

    private Trigrams() {}
}

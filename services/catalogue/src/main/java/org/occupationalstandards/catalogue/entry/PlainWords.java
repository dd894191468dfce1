package org.occupationalstandards.catalogue.entry;

import java.util.regex.Pattern;

/** Words without quotes and signs, perhaps from somebody who is still typing. */
final class PlainWords {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}]+(\\s+[\\p{L}\\p{N}]+)*");

    /** Shorter beginnings match too much. */
    private static final int SHORTEST_BEGINNING = 3;

    static boolean are(String words) {
        return PLAIN.matcher(words.strip()).matches();
    }

    /** In the language of {@code to_tsquery}: all words, of which the last may be the beginning of one. */
    static String lastOneBegun(String plainWords) {
        String[] all = plainWords.strip().split("\\s+");
        String query = String.join(" & ", all);
        return all[all.length - 1].length() < SHORTEST_BEGINNING ? query : query + ":*";
    }

    private PlainWords() {}
}

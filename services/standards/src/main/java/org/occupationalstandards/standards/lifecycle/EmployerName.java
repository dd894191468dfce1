package org.occupationalstandards.standards.lifecycle;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names of employers as people write them: the same employer under several spellings is found as one. */
public final class EmployerName {

    /** Words that say what sort of body it is, or nothing. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "the", "ltd", "limited", "plc", "llp", "lp", "inc", "co", "company", "cic", "uk", "and", "of", "for");

    /** From here on names may be one employer's. */
    public static final double ALIKE = 0.75;

    private static final double NOT_QUITE_ONE = 0.99;

    /** What spellings of one name have in common: two names with equal keys are one employer's. */
    public static String key(String name) {
        String key =
                words(name).stream().filter(word -> !EMPTY_WORDS.contains(word)).collect(Collectors.joining(" "));
        return key.isEmpty() ? String.join(" ", words(name)) : key;
    }

    /** Those of the known names that may be the same employer's: equal keys first, then most words in common. */
    public static List<String> alike(String name, List<String> known) {
        return known.stream()
                .filter(other -> likeness(name, other) >= ALIKE)
                .sorted((one, other) -> Double.compare(likeness(name, other), likeness(name, one)))
                .toList();
    }

    /** From 0 for nothing in common to 1 for one employer. */
    public static double likeness(String one, String other) {
        String key = key(one);
        String otherKey = key(other);
        if (key.equals(otherKey)) {
            return 1;
        }
        Set<String> words = new TreeSet<>(Arrays.asList(key.split(" ")));
        Set<String> otherWords = new TreeSet<>(Arrays.asList(otherKey.split(" ")));
        long common = words.stream()
                .filter(word -> otherWords.stream().anyMatch(theirs -> sameWord(word, theirs)))
                .count();
        double all = words.size() + otherWords.size() - common;
        return Math.clamp(common / all, 0, NOT_QUITE_ONE);
    }

    /** Longer words may differ by a letter: a plural, a slip. */
    private static boolean sameWord(String one, String other) {
        boolean longEnough = Math.min(one.length(), other.length()) >= 5;
        return one.equals(other) || (longEnough && edits(one, other) <= 1);
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)", " ")
                .replace("&", " and ")
                .replaceAll("['’.]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    /** How many letters have to be put in, taken out or replaced (Levenshtein). */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1, replaced);
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    private EmployerName() {}
}

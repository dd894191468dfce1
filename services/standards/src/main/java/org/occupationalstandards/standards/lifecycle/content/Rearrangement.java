package org.occupationalstandards.standards.lifecycle.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one list of distinct things becomes another: what goes, and what is put where. Only what really moved is put
 * anew: the longest run of things whose order stayed the same stays where it is.
 *
 * @param gone not in the second list
 * @param placed what is new or moved, by its position in the second list
 */
record Rearrangement<K>(Set<K> gone, SortedMap<Integer, K> placed) {

    static <K> Rearrangement<K> between(List<K> before, List<K> after) {
        Map<K, Integer> positions = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            positions.put(before.get(i), i);
        }
        Set<K> gone = new HashSet<>(before);
        after.forEach(gone::remove);
        Set<K> staying = longestRunInOrder(after, positions);
        SortedMap<Integer, K> placed = new TreeMap<>();
        for (int i = 0; i < after.size(); i++) {
            if (!staying.contains(after.get(i))) {
                placed.put(i, after.get(i));
            }
        }
        return new Rearrangement<>(gone, placed);
    }

    /** The second list, from the first. Placing in ascending order makes each position final at once. */
    List<K> applyTo(List<K> before) {
        List<K> after = new ArrayList<>(before);
        after.removeAll(gone);
        after.removeAll(new HashSet<>(placed.values()));
        placed.forEach((position, thing) -> after.add(Math.min(position, after.size()), thing));
        return after;
    }

    /** Patience sorting: the longest increasing subsequence of old positions, in the new order. */
    private static <K> Set<K> longestRunInOrder(List<K> after, Map<K, Integer> positions) {
        List<K> kept = after.stream().filter(positions::containsKey).toList();
        int[] old = kept.stream().mapToInt(positions::get).toArray();
        int[] previous = new int[old.length];
        int[] tails = new int[old.length];
        int length = 0;
        for (int i = 0; i < old.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (old[tails[middle]] < old[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low > 0 ? tails[low - 1] : -1;
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        Set<K> run = new HashSet<>(Math.max(16, length * 2));
        for (int i = length > 0 ? tails[length - 1] : -1; i >= 0; i = previous[i]) {
            run.add(kept.get(i));
        }
        return run;
    }
}

package org.occupationalstandards.standards.lifecycle.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One spelling for what means the same: no space around a text, no blank or repeated line in a list, one order of ids. */
final class Texts {

    static String tidy(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return (text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n')).strip();
    }

    static @Nullable String tidyOrNull(@Nullable String text) {
        String tidied = tidy(text);
        return tidied.isEmpty() ? null : tidied;
    }

    static List<String> tidyList(@Nullable List<String> texts) {
        return distinct(asListed(texts));
    }

    /** The same with repeats: a list as somebody published it. */
    static List<String> asListed(@Nullable List<String> texts) {
        if (texts == null || texts.isEmpty()) {
            return List.of();
        }
        List<String> tidied = new ArrayList<>(texts.size());
        for (String text : texts) {
            String each = tidy(text);
            if (!each.isEmpty()) {
                tidied.add(each);
            }
        }
        return List.copyOf(tidied);
    }

    static <T> List<T> listOf(@Nullable List<T> given) {
        if (given == null || given.isEmpty()) {
            return List.of();
        }
        List<T> there = new ArrayList<>(given.size());
        for (T each : given) {
            if (each != null) {
                there.add(each);
            }
        }
        return List.copyOf(there);
    }

    static <T> List<T> distinct(@Nullable List<T> given) {
        List<T> all = listOf(given);
        Set<T> different = new LinkedHashSet<>(all);
        return different.size() == all.size() ? all : List.copyOf(different);
    }

    /** Where each id stands first. */
    static Map<UUID, Integer> places(List<UUID> ids) {
        Map<UUID, Integer> places = HashMap.newHashMap(ids.size());
        for (UUID id : ids) {
            places.putIfAbsent(id, places.size());
        }
        return places;
    }

    /** The chosen ids by their places; unknown ones last, so that a dangling id is kept to be complained about. */
    static List<UUID> inOrderOf(Map<UUID, Integer> places, List<UUID> chosen) {
        List<UUID> ordered = new ArrayList<>(chosen);
        ordered.sort(Comparator.<UUID>comparingInt(id -> places.getOrDefault(id, Integer.MAX_VALUE))
                .thenComparing(Comparator.naturalOrder()));
        return List.copyOf(ordered);
    }

    private Texts() {}
}

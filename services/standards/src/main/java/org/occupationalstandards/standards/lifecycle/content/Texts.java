package org.occupationalstandards.standards.lifecycle.content;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One spelling for what means the same: no space around a text, no blank or repeated line in a list, one order of ids. */
final class Texts {

    static String tidy(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    static @Nullable String tidyOrNull(@Nullable String text) {
        String tidied = tidy(text);
        return tidied.isEmpty() ? null : tidied;
    }

    static List<String> tidyList(@Nullable List<String> texts) {
        return asListed(texts).stream().distinct().toList();
    }

    /** The same with repeats: a list as somebody published it. */
    static List<String> asListed(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(Texts::tidy)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    static <T> List<T> listOf(@Nullable List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }

    static <T> List<T> distinct(@Nullable List<T> given) {
        return listOf(given).stream().distinct().toList();
    }

    /** The chosen ids in the order of all; unknown ones last, so that a dangling id is kept to be complained about. */
    static List<UUID> inOrderOf(List<UUID> all, List<UUID> chosen) {
        Map<UUID, Integer> positions = new HashMap<>();
        for (UUID id : all) {
            positions.putIfAbsent(id, positions.size());
        }
        return chosen.stream()
                .sorted(Comparator.<UUID>comparingInt(id -> positions.getOrDefault(id, Integer.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Texts() {}
}

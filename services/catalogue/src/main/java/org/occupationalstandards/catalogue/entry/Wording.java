package org.occupationalstandards.catalogue.entry;

import com.fasterxml.jackson.annotation.JsonValue;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How one wording became another, word by word. */
public final class Wording {

    /** What happened to a piece of text. */
    public enum Fate {
        SAME,
        DELETED,
        INSERTED;

        /** The name on the wire. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Some words in a row that share a fate, with the space after them. */
    public record Piece(Fate fate, String text) {}

    /** The pieces in reading order: without the inserted ones they are {@code before}, without the deleted ones {@code after}. */
    public static List<Piece> between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            add(pieces, Fate.SAME, old.subList(at, delta.getSource().getPosition()));
            add(pieces, Fate.DELETED, delta.getSource().getLines());
            add(pieces, Fate.INSERTED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().getLines().size();
        }
        add(pieces, Fate.SAME, old.subList(at, old.size()));
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, Fate fate, List<String> words) {
        if (!words.isEmpty()) pieces.add(new Piece(fate, String.join("", words)));
    }

    /** Each with the space that follows it, so that nothing is lost. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\\s)(?=\\S)"));
    }

    private Wording() {}
}

package org.occupationalstandards.standards.publishing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeKind;
import org.occupationalstandards.contracts.ChangePart;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;

/** The semantic difference between two contents in the words of the public contract. */
final class Differences {

    /**
     * Every change that was made, and every statement, duty and option that has another label only because something
     * before it came or went: whoever kept the label has to know.
     */
    static List<Change> between(Content before, Content after) {
        var changes = new ArrayList<Change>();
        var told = new HashSet<UUID>();
        for (var change : ContentDiff.between(before, after)) {
            changes.add(of(change));
            if (change.labelBefore() != null && !Objects.equals(change.labelBefore(), change.labelAfter())) {
                add(told, change.id());
            }
        }
        ContentDiff.relabelled(before, after).forEach((id, labels) -> {
            if (!told.contains(id)) {
                changes.add(new Change(
                        ChangeKind.MOVED,
                        part(labels.getFirst()),
                        id,
                        null,
                        labels.getFirst(),
                        labels.getLast(),
                        null,
                        null));
            }
        });
        return List.copyOf(changes);
    }

    static Change of(org.occupationalstandards.standards.lifecycle.content.Change change) {
        return new Change(
                Occupations.named(ChangeKind.class, change.kind()),
                Occupations.named(ChangePart.class, change.part()),
                change.id(),
                change.field(),
                change.labelBefore(),
                change.labelAfter(),
                change.before(),
                change.after());
    }

    private static void add(HashSet<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private static ChangePart part(String label) {
        return switch (label.charAt(0)) {
            case 'K' -> ChangePart.KNOWLEDGE;
            case 'S' -> ChangePart.SKILL;
            case 'B' -> ChangePart.BEHAVIOUR;
            case 'D' -> ChangePart.DUTY;
            default -> ChangePart.OPTION;
        };
    }

    private Differences() {}
}

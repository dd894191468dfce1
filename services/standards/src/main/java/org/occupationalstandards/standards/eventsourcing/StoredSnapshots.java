package org.occupationalstandards.standards.eventsourcing;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventData;

/**
 * Snapshots are shortcuts: one that was written by other code than this is passed over, and the events are read instead.
 */
final class StoredSnapshots {

    /**
     * Counts up when the {@code after} of a state draws another state from the same events. A state of another shape is
     * noticed without it.
     */
    private static final int RULES = 5;

    private static final Pattern OURS = Pattern.compile("org\\.occupationalstandards\\.[\\w.$]+");

    private static final Map<Kind<?, ?, ?>, String> REVISIONS = Kind.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), kind -> RULES + "-" + shape(kind.states())));

    static String revision(Kind<?, ?, ?> kind) {
        return Objects.requireNonNull(REVISIONS.get(kind));
    }

    static Optional<Kind<?, ?, ?>> named(String snapshot) {
        return Kind.ALL.stream()
                .filter(kind -> kind.snapshot().equals(snapshot))
                .findFirst();
    }

    static boolean isReadable(DomainEventData<?> snapshot) {
        var type = snapshot.getPayload().getType();
        return named(type.getName())
                .filter(kind -> revision(kind).equals(type.getRevision()))
                .isPresent();
    }

    /** Changes with every component, its name and its type, of the record and of all that it holds. */
    static String shape(Class<?> root) {
        var types = new TreeSet<Class<?>>(Comparator.comparing(Class::getName));
        gather(root, types);
        var text = new StringBuilder();
        for (var type : types) {
            text.append(type.getName()).append(Arrays.toString(type.getEnumConstants()));
            for (var component : components(type)) {
                text.append(component.getName())
                        .append(component.getGenericType().getTypeName());
            }
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static void gather(Class<?> type, Set<Class<?>> types) {
        if (!types.add(type)) {
            return;
        }
        for (var component : components(type)) {
            var names = OURS.matcher(component.getGenericType().getTypeName());
            while (names.find()) {
                gather(load(names.group()), types);
            }
        }
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                gather(permitted, types);
            }
        }
    }

    private static RecordComponent[] components(Class<?> type) {
        return type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private StoredSnapshots() {}
}

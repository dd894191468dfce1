package org.occupationalstandards.standards.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.occupationalstandards.contracts.Product;

/**
 * The standards that the register has already, as far as an outside record without a reference can be recognised among
 * them.
 */
public final class KnownStandards {

    /** One of them, with the LARS codes of its products. */
    public record Known(String reference, String title, int level, int route, Set<Integer> larsCodes) {
        public Known {
            larsCodes = Set.copyOf(larsCodes);
        }

        /** How a standard that was read will be known from now on. */
        static Known of(ImportedStandard standard) {
            return new Known(
                    standard.reference(),
                    standard.title(),
                    standard.level(),
                    standard.route().id(),
                    standard.products().stream()
                            .map(Product::larsCode)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()));
        }
    }

    private final Map<Integer, List<Known>> byLarsCode = new HashMap<>();
    private final Map<String, List<Known>> byTitle = new HashMap<>();
    private final Map<String, Known> byReference = new HashMap<>();

    private KnownStandards() {}

    public static KnownStandards of(Collection<Known> standards) {
        KnownStandards known = new KnownStandards();
        for (Known each : standards) {
            known.byReference.put(each.reference(), each);
            known.byTitle
                    .computeIfAbsent(folded(each.title()), title -> new ArrayList<>())
                    .add(each);
            each.larsCodes()
                    .forEach(code -> known.byLarsCode
                            .computeIfAbsent(code, lars -> new ArrayList<>())
                            .add(each));
        }
        return known;
    }

    public static KnownStandards none() {
        return of(List.of());
    }

    boolean has(String reference) {
        return byReference.containsKey(reference);
    }

    List<Known> withLarsCode(int larsCode) {
        return byLarsCode.getOrDefault(larsCode, List.of());
    }

    /** Those of the same title, level and route; letter case, space and punctuation of titles do not matter. */
    List<Known> with(String title, int level, int route) {
        return byTitle.getOrDefault(folded(title), List.of()).stream()
                .filter(each -> each.level() == level && each.route() == route)
                .toList();
    }

    private static String folded(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

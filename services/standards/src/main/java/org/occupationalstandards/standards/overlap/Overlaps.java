package org.occupationalstandards.standards.overlap;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.occupationalstandards.standards.lifecycle.content.Overlap;
import org.springframework.stereotype.Component;

/** Warns whoever proposes an occupation of the standards that there are already: always with what they share. */
@Component
public class Overlaps {

    /** More would be no warning but a list. */
    private static final int MOST = 5;

    private final StandardWords words;
    private final WordIndex index;

    Overlaps(StandardWords words, WordIndex index) {
        this.words = words;
        this.index = index;
    }

    /** The existing standards that share most with it: of the same title first, then by what they share; none where nothing is worth a warning. */
    public List<Overlapping> with(Proposed proposed) {
        index.index(words.behind());
        return words.candidates(proposed).stream()
                .flatMap(known -> overlapping(proposed, known))
                .sorted(Comparator.comparingInt(
                                (Overlapping each) -> each.statements().size())
                        .thenComparingInt(each -> each.jobTitles().size())
                        .thenComparingInt(each -> each.words().size())
                        .reversed()
                        .thenComparing(Overlapping::reference))
                .limit(MOST)
                .toList();
    }

    private static Stream<Overlapping> overlapping(Proposed proposed, Known known) {
        var overlap = Overlap.between(proposed.title(), proposed.sentences(), known.title(), known.sayings());
        var jobTitles = jobTitles(proposed, known);
        boolean sameTitle = plain(known.title()).equals(plain(proposed.title()));
        return overlap.worthAWarning() || sameTitle || !jobTitles.isEmpty()
                ? Stream.of(new Overlapping(
                        known.reference(),
                        known.title(),
                        known.status(),
                        known.level(),
                        overlap.words(),
                        jobTitles,
                        overlap.statements(),
                        "/standards/" + known.reference()))
                : Stream.empty();
    }

    private static List<String> jobTitles(Proposed proposed, Known existing) {
        Set<String> asked = Stream.concat(Stream.of(proposed.title()), proposed.jobTitles().stream())
                .map(Overlaps::plain)
                .collect(Collectors.toSet());
        return existing.jobTitles().stream()
                .filter(title -> asked.contains(plain(title)))
                .toList();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

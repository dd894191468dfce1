package org.occupationalstandards.standards.overlap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.occupationalstandards.standards.eventsourcing.StandardStore;
import org.occupationalstandards.standards.eventsourcing.StateAt;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Overlap;
import org.springframework.stereotype.Component;

/** Warns whoever proposes an occupation of the standards that there are already: always with what they share. */
@Component
public class Overlaps {

    /** More would be no warning but a list. */
    private static final int MOST = 5;

    private final StandardWords words;
    private final StandardStore standards;
    private final LifecyclePolicy policy;
    private final Clock clock;

    Overlaps(StandardWords words, StandardStore standards, LifecyclePolicy policy, Clock clock) {
        this.words = words;
        this.standards = standards;
        this.policy = policy;
        this.clock = clock;
    }

    /** The existing standards that share most with it: of the same title first, then by what they share; none where nothing is worth a warning. */
    public List<Overlapping> with(Proposed proposed) {
        var today = LocalDate.ofInstant(clock.instant(), policy.zone());
        return words.candidates(proposed).stream()
                .flatMap(reference -> standards.load(reference).stream())
                .flatMap(standard -> overlapping(proposed, standard, today))
                .sorted(Comparator.comparingInt(
                                (Overlapping each) -> each.statements().size())
                        .thenComparingInt(each -> each.jobTitles().size())
                        .thenComparingInt(each -> each.words().size())
                        .reversed()
                        .thenComparing(Overlapping::reference))
                .limit(MOST)
                .toList();
    }

    private static Stream<Overlapping> overlapping(
            Proposed proposed, StateAt<StandardState> standard, LocalDate today) {
        var state = standard.state();
        var content = state.published(today);
        var overlap = Overlap.between(proposed.title(), proposed.sentences(), content);
        var jobTitles = jobTitles(proposed, content);
        boolean sameTitle =
                plain(Objects.requireNonNullElse(content.title(), "")).equals(plain(proposed.title()));
        return overlap.worthAWarning() || sameTitle || !jobTitles.isEmpty()
                ? Stream.of(new Overlapping(
                        standard.reference(),
                        state.title(),
                        state.status(),
                        state.classification().level(),
                        overlap.words(),
                        jobTitles,
                        overlap.statements(),
                        "/standards/" + standard.reference()))
                : Stream.empty();
    }

    private static List<String> jobTitles(Proposed proposed, Content existing) {
        Set<String> asked = Stream.concat(Stream.of(proposed.title()), proposed.jobTitles().stream())
                .map(Overlaps::plain)
                .collect(Collectors.toSet());
        return existing.typicalJobTitles().stream()
                .filter(title -> asked.contains(plain(title)))
                .toList();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

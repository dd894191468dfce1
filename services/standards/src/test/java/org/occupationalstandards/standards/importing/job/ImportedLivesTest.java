package org.occupationalstandards.standards.importing.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.importing.DataFiles;
import org.occupationalstandards.standards.importing.ImportRecord;
import org.occupationalstandards.standards.importing.ImportedStandard;
import org.occupationalstandards.standards.importing.KnownStandards;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.Circumstances;
import org.occupationalstandards.standards.lifecycle.CommandRefused;
import org.occupationalstandards.standards.lifecycle.ConsumerOracle;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.occupationalstandards.standards.lifecycle.Product;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.lifecycle.StandardEvent;
import org.occupationalstandards.standards.lifecycle.StandardLifecycle;
import org.occupationalstandards.standards.lifecycle.StandardState;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;

/** Real standards, read from files and taken over by the rulebook: no consumer has to complain of any of them. */
class ImportedLivesTest {

    private static final Caller OFFICIAL = new Caller("official", Set.of(Role.OFFICIAL), Set.of(), Set.of());

    private final Map<String, StandardState> states = new LinkedHashMap<>();
    private final Map<String, List<StandardEvent>> lives = new LinkedHashMap<>();

    @Test
    void whatTheProjectCarriesKeepsTheRulesOfConsumers() throws IOException {
        assertThat(imported(FileKind.OCCUPATIONS, DataFiles.example("occupations.csv")))
                .isEqualTo(684);
        assertThat(imported(FileKind.PAGE_TEXT, DataFiles.example("OCC0218.txt")))
                .isEqualTo(1);

        rulesHold();
    }

    @Test
    void realFilesOneOverTheOtherKeepTheRulesOfConsumers() throws IOException {
        String facts = outside("occupations.csv");
        String page = outside("OCC0218.txt");
        String statements = outside("standards-with-ksbs.json");
        String duties = outside("standards-with-duties.json");

        assertThat(imported(FileKind.OCCUPATIONS, facts)).isGreaterThan(600);
        imported(FileKind.PAGE_TEXT, page);
        assertThat(imported(FileKind.FEED, statements)).isGreaterThan(100);
        assertThat(imported(FileKind.FEED, duties)).isGreaterThan(30);
        rulesHold();

        // whatever came in between, a file that was taken over last says nothing new
        assertThat(imported(FileKind.FEED, duties)).isZero();
        rulesHold();
    }

    @Test
    void theDifferenceOfAnyTwoRealStandardsLeadsFromTheOneToTheOther() throws IOException {
        imported(FileKind.PAGE_TEXT, DataFiles.example("OCC0218.txt"));
        imported(FileKind.FEED, outside("standards-with-ksbs.json"));
        imported(FileKind.FEED, outside("standards-with-duties.json"));
        List<Content> contents =
                states.values().stream().map(state -> state.draft().content()).toList();
        assertThat(contents).hasSizeGreaterThan(100);

        Content before = contents.getLast();
        for (Content after : contents) {
            assertThat(ContentDiff.apply(ContentDiff.between(before, after), before))
                    .isEqualTo(after);
            assertThat(ContentDiff.apply(ContentDiff.between(after, before), after))
                    .isEqualTo(before);
            assertThat(ContentDiff.between(after, after)).isEmpty();
            before = after;
        }
    }

    private void rulesHold() {
        lives.forEach((reference, events) -> {
            StandardState state = Objects.requireNonNull(states.get(reference));
            assertThat(ConsumerOracle.complaints(events, state)).as(reference).isEmpty();
            StandardState replayed = StandardState.none();
            for (StandardEvent event : events) {
                StandardState after = replayed.after(event);
                assertThat(after)
                        .as("%s: an event that changes nothing", reference)
                        .isNotEqualTo(replayed);
                replayed = after;
            }
            assertThat(replayed).as(reference).isEqualTo(state);
        });
    }

    /** How many standards are other ones after the file than before. */
    private int imported(FileKind kind, String file) throws IOException {
        List<ImportedStandard> read = new ArrayList<>();
        kind.reader(known()).read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), record -> {
            if (record instanceof ImportRecord.Accepted accepted) {
                read.add(accepted.standard());
            }
        });
        return (int) read.stream().filter(this::registered).count();
    }

    private boolean registered(ImportedStandard standard) {
        StandardState before = states.getOrDefault(standard.reference(), StandardState.none());
        try {
            List<StandardEvent> led = StandardLifecycle.decide(
                    Registration.of(standard, before.exists() ? Optional.of(before) : Optional.empty()),
                    before,
                    new Circumstances(OFFICIAL, Instant.parse("2026-11-22T12:00:00Z"), LifecyclePolicy.defaults()));
            for (StandardEvent event : led) {
                lives.computeIfAbsent(standard.reference(), reference -> new ArrayList<>())
                        .add(event);
                states.compute(
                        standard.reference(),
                        (reference, state) -> (state == null ? StandardState.none() : state).after(event));
            }
            return !led.isEmpty();
        } catch (CommandRefused refused) {
            return false;
        }
    }

    private KnownStandards known() {
        return KnownStandards.of(states.values().stream()
                .map(state -> new KnownStandards.Known(
                        state.reference(),
                        state.title(),
                        state.classification().level(),
                        state.classification().route(),
                        state.products().stream()
                                .map(Product::larsCode)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())))
                .toList());
    }

    private static String outside(String name) throws IOException {
        return Files.readString(DataFiles.shared(name));
    }
}

package org.occupationalstandards.standards.lifecycle.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Random contents from a small stock of ids and texts, so that two of them share much and differ in all ways. */
public final class Contents {

    private static final List<String> WORDS =
            IntStream.range(0, 9).mapToObj(i -> "text " + i).toList();

    /** Contents of up to nine of everything, all links sound. */
    public static Arbitrary<Content> any() {
        return Arbitraries.randomValue(Contents::draw);
    }

    /** One content drawn with this randomness. */
    public static Content draw(Random random) {
        List<UUID> ksbs = shuffled(random, ids("ksb", 18));
        int knowledge = random.nextInt(7);
        int skills = knowledge + random.nextInt(7);
        int behaviours = skills + random.nextInt(5);
        List<UUID> used = ksbs.subList(0, behaviours);
        List<UUID> options = some(random, ids("option", 4));
        List<Duty> duties = some(random, ids("duty", 7)).stream()
                .map(id -> new Duty(
                        id,
                        word(random),
                        random.nextBoolean(),
                        some(random, WORDS),
                        some(random, used),
                        some(random, options)))
                .toList();
        return new Content(
                maybe(random),
                maybe(random),
                maybe(random),
                random.nextBoolean() ? null : random.nextInt(1, 5),
                random.nextBoolean() ? null : soc(random),
                repeating(random),
                some(random, WORDS),
                some(random, WORDS),
                some(random, WORDS),
                statements(random, used.subList(0, knowledge)),
                statements(random, used.subList(knowledge, skills)),
                statements(random, used.subList(skills, behaviours)),
                duties,
                options.stream().map(id -> new Option(id, word(random))).toList(),
                some(random, WORDS),
                maybe(random),
                some(random, WORDS));
    }

    private static Soc2020 soc(Random random) {
        return new Soc2020(
                "311" + random.nextInt(3),
                maybe(random),
                some(random, List.of("3119/01", "3119/02", "3119/99")).stream()
                        .map(code -> new Soc2020.SubUnitGroup(code, maybe(random)))
                        .toList());
    }

    private static List<Statement> statements(Random random, List<UUID> ids) {
        return ids.stream().map(id -> new Statement(id, word(random))).toList();
    }

    private static List<UUID> ids(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> UUID.nameUUIDFromBytes((kind + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static <T> List<T> some(Random random, List<T> stock) {
        return shuffled(random, stock).subList(0, random.nextInt(stock.size() + 1));
    }

    /** Half of the time in order, so that single moves are seen as well as wild ones. */
    private static <T> List<T> shuffled(Random random, List<T> stock) {
        List<T> shuffled = new ArrayList<>(stock);
        int swaps = stock.isEmpty() ? 0 : random.nextBoolean() ? random.nextInt(2) : stock.size();
        for (int i = 0; i < swaps; i++) {
            shuffled.add(random.nextInt(stock.size()), shuffled.remove(random.nextInt(stock.size())));
        }
        return shuffled;
    }

    private static List<String> repeating(Random random) {
        return Stream.concat(some(random, WORDS).stream(), some(random, WORDS).stream())
                .toList();
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static @Nullable String maybe(Random random) {
        return random.nextBoolean() ? null : word(random);
    }

    private Contents() {}
}

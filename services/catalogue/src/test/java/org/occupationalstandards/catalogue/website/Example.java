package org.occupationalstandards.catalogue.website;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.Duty;
import org.occupationalstandards.contracts.Green;
import org.occupationalstandards.contracts.Occupation;
import org.occupationalstandards.contracts.Occupation.Upcoming;
import org.occupationalstandards.contracts.Option;
import org.occupationalstandards.contracts.Product;
import org.occupationalstandards.contracts.ProductStatus;
import org.occupationalstandards.contracts.ProductType;
import org.occupationalstandards.contracts.Progression;
import org.occupationalstandards.contracts.ProgressionKind;
import org.occupationalstandards.contracts.Route;
import org.occupationalstandards.contracts.Soc2020;
import org.occupationalstandards.contracts.Statement;
import org.occupationalstandards.contracts.Status;
import org.occupationalstandards.contracts.Tier;

/** The worked example, read from its page text, with what the text leaves out made up: products, links, dates. */
final class Example {

    static final String TEXT = resource("/examples/OCC0218.txt");

    /** The example as it was approved. */
    static Occupation occupation() {
        return awaiting(null);
    }

    /** The same, with a version that is approved and to come. */
    static Occupation awaiting(@Nullable Upcoming upcoming) {
        List<Statement> knowledge = statements("K");
        List<Statement> skills = statements("S");
        List<Statement> behaviours = statements("B");
        List<Statement> all = new ArrayList<>(knowledge);
        all.addAll(skills);
        all.addAll(behaviours);
        return new Occupation(
                "OCC0218",
                "Healthcare science assistant",
                Status.APPROVED,
                "1.0",
                2,
                Tier.TECHNICAL,
                new Route(10, "Health and science"),
                "Healthcare Science",
                "Healthcare Science Assistant",
                between("Level 2 - Technical Occupation", "Reference:").strip(),
                between("\nSummary\n", "Employers involved in creating the standard:")
                        .strip(),
                34605,
                new Soc2020(
                        "3119",
                        "Science, engineering and production technicians n.e.c.",
                        List.of(new Soc2020.SubUnitGroup(
                                "3119/99", "Science, engineering and production technicians n.e.c."))),
                employers(),
                List.of("Healthcare science assistant"),
                List.of(),
                lines(between("Keywords:", "Knowledge, skills and behaviours")),
                knowledge,
                skills,
                behaviours,
                duties(all),
                List.<Option>of(),
                List.of(new Product(
                        ProductType.APPRENTICESHIP,
                        "ST0218",
                        99,
                        null,
                        ProductStatus.APPROVED_FOR_DELIVERY,
                        2,
                        14,
                        8000,
                        true,
                        false,
                        false)),
                false,
                Green.NONE,
                List.of(
                        new Progression("OCC0219", ProgressionKind.OCCUPATIONAL),
                        new Progression("OCC0220", ProgressionKind.OCCUPATIONAL)),
                List.of(),
                null,
                List.of(),
                null,
                LocalDate.parse("2026-01-12"),
                LocalDate.parse("2026-03-02"),
                LocalDate.parse("2026-09-14"),
                LocalDate.parse("2026-09-15"),
                null,
                Instant.parse("2026-09-14T10:15:30Z"),
                31,
                upcoming);
    }

    private static List<Statement> statements(String letter) {
        Matcher matcher = Pattern.compile("(?m)^(" + letter + "\\d+): (.+)$").matcher(TEXT);
        List<Statement> statements = new ArrayList<>();
        while (matcher.find()) statements.add(new Statement(id(matcher.group(1)), matcher.group(1), matcher.group(2)));
        return statements;
    }

    /** The text does not say what each duty needs: every tenth statement, so that all are needed somewhere. */
    private static List<Duty> duties(List<Statement> all) {
        Matcher matcher = Pattern.compile("Duty (D(\\d+))\\n\\n(.+)").matcher(TEXT);
        List<Duty> duties = new ArrayList<>();
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group(2));
            List<UUID> ksbs = new ArrayList<>();
            for (int i = number - 1; i < all.size(); i += 10)
                ksbs.add(all.get(i).id());
            duties.add(new Duty(
                    id(matcher.group(1)), matcher.group(1), matcher.group(3), true, List.of(), ksbs, List.of()));
        }
        return duties;
    }

    private static List<String> employers() {
        String listed = between("Employers involved in creating the standard:", "Summary")
                .strip()
                .replaceAll("\\.$", "");
        return Arrays.stream(listed.split(", ")).map(String::strip).toList();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String between(String start, String end) {
        int from = TEXT.indexOf(start) + start.length();
        return TEXT.substring(from, TEXT.indexOf(end, from));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("OCC0218/" + name).getBytes(StandardCharsets.UTF_8));
    }

    static String resource(String name) {
        try (InputStream input = Objects.requireNonNull(Example.class.getResourceAsStream(name), name)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Example() {}
}

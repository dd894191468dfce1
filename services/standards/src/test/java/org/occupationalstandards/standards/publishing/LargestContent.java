package org.occupationalstandards.standards.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.occupationalstandards.standards.eventsourcing.Instruction;
import org.occupationalstandards.standards.lifecycle.Caller;
import org.occupationalstandards.standards.lifecycle.RegisterExisting;
import org.occupationalstandards.standards.lifecycle.Role;
import org.occupationalstandards.standards.lifecycle.Status;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentCheck;
import org.occupationalstandards.standards.lifecycle.content.ContentLimits;
import org.occupationalstandards.standards.lifecycle.content.Duty;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/** As large as a standard may be, of what grows most on its way into JSON: quotation marks, entries and mappings. */
final class LargestContent {

    /** Contents of different names have nothing in common. */
    static Content of(String name) {
        int mappings = 0;
        while (allowed(content(name, mappings + 100))) {
            mappings += 100;
        }
        return content(name, mappings);
    }

    private static boolean allowed(Content content) {
        return ContentCheck.problems(content, ContentLimits.defaults(), "").isEmpty();
    }

    private static Content content(String name, int mappings) {
        var ksbs = IntStream.range(0, 600).mapToObj(i -> id(name + i)).toList();
        return new Content(
                "Title",
                null,
                name.charAt(0) + "\"".repeat(19_000),
                null,
                null,
                null,
                null,
                null,
                null,
                statements(ksbs.subList(0, 200)),
                statements(ksbs.subList(200, 400)),
                statements(ksbs.subList(400, 600)),
                IntStream.range(0, 100)
                        .mapToObj(i -> duty(name, i, ksbs.subList(0, Math.min(600, mappings / 100))))
                        .toList(),
                null,
                null,
                null,
                null);
    }

    private static List<Statement> statements(List<UUID> ids) {
        return ids.stream().map(id -> new Statement(id, "\"".repeat(50) + id)).toList();
    }

    private static Duty duty(String name, int number, List<UUID> ksbs) {
        var criteria =
                Stream.iterate(0, i -> i + 1).limit(10).map(i -> name + i).toList();
        return new Duty(id("duty" + name + number), "Does " + number, true, criteria, ksbs, List.of());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    static Instruction registration(String reference, Content content) {
        var day = LocalDate.parse("2019-01-01");
        return Instruction.of(
                reference,
                new RegisterExisting(
                        reference,
                        Status.APPROVED,
                        "1.0",
                        3,
                        8,
                        null,
                        null,
                        null,
                        day,
                        day,
                        day,
                        day,
                        null,
                        content,
                        null,
                        null,
                        null),
                new Caller("official", Set.of(Role.OFFICIAL), Set.of(), Set.of()));
    }

    private LargestContent() {}
}

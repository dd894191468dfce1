package org.occupationalstandards.standards.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.ContentCheck;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** Collects what is wrong with a command, so that everything is said at once. */
public final class Objections {

    /** Whatever is said of standards happened later. */
    private static final int FIRST_YEAR = 1900;

    private static final int MOST_REASONS = 50;
    private static final int LONGEST_ID = 200;
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9._:|-]+");

    private final List<Problem> problems = new ArrayList<>();

    public void add(String pointer, String message) {
        problems.add(new Problem(pointer, message));
    }

    public void addAll(List<Problem> more) {
        problems.addAll(more);
    }

    public void unless(boolean fine, String pointer, String message) {
        if (!fine) {
            add(pointer, message);
        }
    }

    /** A text that has to be given; the empty text stands for it once its absence has been noted. */
    public String text(@Nullable String text, String pointer, int limit) {
        return given(optionalText(text, pointer, limit), pointer, "");
    }

    public @Nullable String optionalText(@Nullable String text, String pointer, int limit) {
        if (text == null || !ContentCheck.isVisible(text)) {
            return null;
        }
        ContentCheck.problems(text, limit).forEach(problem -> add(pointer, problem));
        return text.strip();
    }

    /** The same of a title or a name, which is one line. */
    public String line(@Nullable String text, String pointer, int limit) {
        return given(optionalLine(text, pointer, limit), pointer, "");
    }

    public @Nullable String optionalLine(@Nullable String text, String pointer, int limit) {
        if (text == null || !ContentCheck.isVisible(text)) {
            return null;
        }
        ContentCheck.lineProblems(text, limit).forEach(problem -> add(pointer, problem));
        return text.strip();
    }

    /** Texts of which there has to be at least one. */
    public List<String> texts(@Nullable List<String> texts, String pointer, int limit, int count) {
        List<String> tidied = optionalTexts(texts, pointer, limit, count);
        unless(!tidied.isEmpty(), pointer, "must have at least one entry");
        return tidied;
    }

    public List<String> optionalTexts(@Nullable List<String> texts, String pointer, int limit, int count) {
        return each(texts, pointer, count, (text, at) -> text(text, at, limit));
    }

    private List<String> each(@Nullable List<String> list, String pointer, int count, BinaryOperator<String> read) {
        List<String> given = list == null ? List.of() : list;
        unless(
                given.size() <= count,
                pointer,
                "has %,d entries; at most %,d are allowed".formatted(given.size(), count));
        List<String> tidied = new ArrayList<>();
        for (int i = 0; i < Math.min(given.size(), count); i++) {
            tidied.add(read.apply(given.get(i), pointer + "/" + i));
        }
        return List.copyOf(tidied);
    }

    /** The opaque id of a person, which has to be given: a directory knows who it is, and can forget it. */
    public String person(@Nullable String id, String pointer) {
        String person = optionalPerson(id, pointer);
        if (person == null) {
            add(pointer, "must be given");
            return "";
        }
        return person;
    }

    public @Nullable String optionalPerson(@Nullable String id, String pointer) {
        if (id == null || id.isBlank()) {
            return null;
        }
        String person = id.strip();
        String problem = ContentCheck.problem(person, LONGEST_ID);
        if (problem != null) {
            add(pointer, problem);
        }
        unless(
                OPAQUE.matcher(person).matches(),
                pointer,
                "must be the opaque id of a person, not a name or an address");
        return person;
    }

    public List<String> people(@Nullable List<String> ids, String pointer, int count) {
        return each(ids, pointer, count, this::person);
    }

    /** Refuses a caller whose id is a name or an address: it would stand in events for ever. */
    public static void ownId(Caller caller) {
        if (caller.id().length() > LONGEST_ID || !OPAQUE.matcher(caller.id()).matches()) {
            throw new CommandRefused(
                    Refusal.INVALID_INPUT,
                    "The subject of your token is a name or an address; it must be the opaque id of a person.");
        }
    }

    public String reason(@Nullable String reason, Circumstances circumstances) {
        return text(reason, "/reason", circumstances.policy().reason());
    }

    public @Nullable String optionalReason(@Nullable String reason, Circumstances circumstances) {
        return optionalText(reason, "/reason", circumstances.policy().reason());
    }

    public List<String> reasons(@Nullable List<String> reasons, String pointer, Circumstances circumstances) {
        return texts(reasons, pointer, circumstances.policy().reason(), MOST_REASONS);
    }

    public List<String> conditions(@Nullable List<String> conditions, String pointer, Circumstances circumstances) {
        return optionalTexts(conditions, pointer, circumstances.policy().reason(), MOST_REASONS);
    }

    public int number(@Nullable Integer number, String pointer, int from, int to) {
        if (number == null) {
            add(pointer, "must be given");
            return from;
        }
        unless(number >= from && number <= to, pointer, "is %d; must be from %d to %d".formatted(number, from, to));
        return number;
    }

    /** A day in the life of standards, where one is given. */
    public void day(@Nullable LocalDate day, String pointer) {
        unless(day == null || day.getYear() >= FIRST_YEAR, pointer, "must not be before the year " + FIRST_YEAR);
    }

    public <T> T given(@Nullable T thing, String pointer, T otherwise) {
        if (thing == null) {
            add(pointer, "must be given");
            return otherwise;
        }
        return thing;
    }

    public String zone(@Nullable String zone, String pointer, ZoneId otherwise) {
        if (zone == null || zone.isBlank()) {
            return otherwise.getId();
        }
        unless(
                ZoneId.getAvailableZoneIds().contains(zone),
                pointer,
                "is no time zone; must be a name such as Europe/London");
        return zone;
    }

    public int route(@Nullable Integer route, String pointer, Set<Integer> routes) {
        int given = given(route, pointer, 1);
        unless(routes.contains(given), pointer, "is %d; there is no such route".formatted(given));
        return given;
    }

    public @Nullable Integer optionalNumber(@Nullable Integer number, String pointer, int from, int to) {
        return number == null ? null : Integer.valueOf(number(number, pointer, from, to));
    }

    /** A moment at which a consultation may close, so long from now at the least. */
    public Instant closing(Instant closesAt, Duration shortest, Circumstances circumstances) {
        var longest = circumstances.policy().consultations().longest();
        unless(closesAt.isAfter(circumstances.now()), "/closesAt", "is " + closesAt + "; must lie in the future");
        unless(
                !closesAt.isAfter(circumstances.now())
                        || !closesAt.isBefore(circumstances.now().plus(shortest)),
                "/closesAt",
                "is %s; must be at least %d days from now".formatted(closesAt, shortest.toDays()));
        unless(
                !closesAt.isAfter(circumstances.now().plus(longest)),
                "/closesAt",
                "is %s; must lie within %d days from now".formatted(closesAt, longest.toDays()));
        return closesAt;
    }

    /** The reference of another standard, where one is given. */
    public @Nullable String otherStandard(@Nullable String reference, String pointer, String own) {
        String other = optionalText(reference, pointer, 20);
        if (other != null) {
            unless(
                    ProposalRules.REFERENCE.matcher(other).matches(),
                    pointer,
                    "must be OCC and four digits, such as OCC0218");
            unless(!other.equals(own), pointer, "is this standard itself");
        }
        return other;
    }

    /** The same of one that has to exist. */
    public @Nullable String existingStandard(
            @Nullable String reference, String pointer, String own, Circumstances circumstances) {
        String other = otherStandard(reference, pointer, own);
        if (other != null && ProposalRules.REFERENCE.matcher(other).matches()) {
            unless(circumstances.standards().test(other), pointer, "is " + other + "; there is no such standard");
        }
        return other;
    }

    public boolean any() {
        return !problems.isEmpty();
    }

    public void raise(Refusal refusal) {
        if (any()) {
            throw new CommandRefused(refusal, problems);
        }
    }
}

package org.occupationalstandards.notifications.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.springframework.util.MultiValueMap;

/**
 * Reads the parameters of the feed's addresses and collects everything that is wrong with them. A parameter that nobody
 * knows is wrong too: one letter missing from {@code reference} would otherwise let everything through.
 */
public final class FeedQuery {

    private static final Set<String> FILTER = Set.of("reference", "route", "level", "type");

    private static final int MOST_VALUES = 100;

    private final MultiValueMap<String, String> parameters;
    private final List<Fault> faults = new ArrayList<>();

    private FeedQuery(MultiValueMap<String, String> parameters, Set<String> lists, Set<String> known) {
        this.parameters = parameters;
        parameters.forEach((name, values) -> {
            if (lists.contains(name)) return;
            if (!known.contains(name)) {
                faults.add(Fault.ofParameter(name, "There is no parameter of this name here."));
            } else if (values.size() > 1) {
                faults.add(Fault.ofParameter(name, "This may be given once only."));
            }
        });
    }

    /** @param known names that this address takes beside those of the filter */
    public static FeedQuery filtered(MultiValueMap<String, String> parameters, Set<String> known) {
        return new FeedQuery(parameters, FILTER, known);
    }

    /** For an address that takes no parameters at all. */
    static void refuseAny(MultiValueMap<String, String> parameters) {
        new FeedQuery(parameters, Set.of(), Set.of()).check();
    }

    /** The filter that the parameters make up; each may be repeated or hold a list with commas. */
    public Filter filter() {
        return new Filter(
                values("reference", Function.identity(), FilterValues.REFERENCE),
                values("route", FeedQuery::number, FilterValues.ROUTE),
                values("level", FeedQuery::number, FilterValues.LEVEL),
                values("type", Function.identity(), FilterValues.TYPE));
    }

    /** A number within bounds. */
    public int number(String name, int otherwise, int least, int most) {
        var text = parameters.getFirst(name);
        if (text == null) return otherwise;
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) return number;
        }
        faults.add(Fault.ofParameter(name, "This must be a number from " + least + " to " + most + "."));
        return otherwise;
    }

    /** A cursor that is not beyond the end of the feed. */
    public Cursor cursor(String name, Cursor otherwise, Horizon horizon) {
        var text = parameters.getFirst(name);
        return text == null ? otherwise : cursor(text, horizon, message -> Fault.ofParameter(name, message));
    }

    /** The cursor in a header such as {@code Last-Event-ID}. */
    public Cursor cursorOfHeader(String name, String text, Horizon horizon) {
        return cursor(text, horizon, message -> Fault.ofHeader(name, message));
    }

    private Cursor cursor(String text, Horizon horizon, Function<String, Fault> fault) {
        var cursor = Cursor.parse(text);
        if (cursor.isEmpty()) {
            faults.add(fault.apply("This must be a cursor that the feed gave (next), unchanged."));
        } else if (horizon.isBehind(cursor.get().position())) {
            faults.add(fault.apply("This cursor lies beyond the end of the feed: it was given by another one."));
        }
        return cursor.orElse(Cursor.START);
    }

    /** @throws ProblemException that names everything that is wrong */
    public void check() {
        if (!faults.isEmpty()) throw ProblemException.invalid(faults);
    }

    private <T> List<T> values(String name, Function<String, @Nullable T> read, FilterValues.Rule<T> rule) {
        var texts = parameters.getOrDefault(name, List.of()).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .distinct()
                .toList();
        if (texts.size() > MOST_VALUES) {
            faults.add(Fault.ofParameter(name, "This must have at most " + MOST_VALUES + " values."));
            return List.of();
        }
        var values = new ArrayList<T>();
        boolean wrong = false;
        for (var text : texts) {
            var value = read.apply(text);
            if (value != null && rule.right().test(value)) values.add(value);
            else wrong = true;
        }
        if (wrong) faults.add(Fault.ofParameter(name, rule.fault()));
        return values;
    }

    private static @Nullable Integer number(String text) {
        return text.matches("\\d{1,4}") ? Integer.valueOf(text) : null;
    }
}

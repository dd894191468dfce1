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

    /** Parameters that make up a filter. */
    public static final Set<String> FILTER = Set.of("reference", "route", "level", "type");

    private static final int MOST_VALUES = 100;

    private final MultiValueMap<String, String> parameters;
    private final List<Fault> faults = new ArrayList<>();

    /** @param known names that this address takes beside those of the filter */
    public FeedQuery(MultiValueMap<String, String> parameters, Set<String> known) {
        this.parameters = parameters;
        for (var name : parameters.keySet()) {
            if (!known.contains(name) && !FILTER.contains(name)) {
                faults.add(Fault.ofParameter(name, "There is no parameter of this name here."));
            }
        }
    }

    /** The filter that the parameters make up; each may be repeated or hold a list with commas. */
    public Filter filter() {
        return new Filter(
                values("reference", Function.identity()),
                values("route", text -> number("route", text)),
                values("level", text -> number("level", text)),
                values("type", Function.identity()));
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

    private <T> List<T> values(String name, Function<String, @Nullable T> read) {
        var texts = parameters.getOrDefault(name, List.of()).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .distinct()
                .toList();
        if (texts.size() > MOST_VALUES) {
            faults.add(Fault.ofParameter(name, "This must have at most " + MOST_VALUES + " values."));
            return List.of();
        }
        var values = new ArrayList<T>();
        for (var text : texts) {
            var value = text.isBlank() ? null : read.apply(text);
            if (value != null) {
                values.add(value);
            } else if (text.isBlank()) {
                faults.add(Fault.ofParameter(name, "This must not be empty."));
            }
        }
        return values;
    }

    private @Nullable Integer number(String name, String text) {
        if (text.matches("\\d{1,4}")) return Integer.valueOf(text);
        faults.add(Fault.ofParameter(name, "This must be a number."));
        return null;
    }
}

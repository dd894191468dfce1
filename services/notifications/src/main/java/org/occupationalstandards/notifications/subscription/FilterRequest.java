package org.occupationalstandards.notifications.subscription;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Routes;
import org.occupationalstandards.notifications.feed.Filter;
import org.occupationalstandards.platform.problem.Fault;

/** A filter as it is sent. */
record FilterRequest(
        @Nullable List<@Nullable String> references,
        @Nullable List<@Nullable Integer> routes,
        @Nullable List<@Nullable Integer> levels,
        @Nullable List<@Nullable String> types) {

    static final FilterRequest NONE = new FilterRequest(null, null, null, null);

    private static final Pattern REFERENCE = Pattern.compile("OCC\\d{4}[A-Z]?");
    private static final int MOST = 1_000;

    /** The filter, once {@link #check} has found nothing wrong. */
    Filter filter() {
        return new Filter(distinct(references), distinct(routes), distinct(levels), distinct(types));
    }

    void check(List<Fault> faults) {
        check(
                "references",
                references,
                text -> REFERENCE.matcher(text).matches(),
                "a reference such as OCC0218",
                faults);
        check("routes", routes, id -> Routes.withId(id).isPresent(), "the id of a route, 1 to 15", faults);
        check("levels", levels, level -> level >= 2 && level <= 7, "a level from 2 to 7", faults);
        check(
                "types",
                types,
                type -> AnnouncementType.ofWireName(type).isPresent(),
                "a type of the change stream such as " + AnnouncementType.APPROVED.wireName(),
                faults);
    }

    private static <T> void check(
            String field, @Nullable List<@Nullable T> values, Predicate<T> right, String expected, List<Fault> faults) {
        if (values == null) return;
        if (values.size() > MOST) {
            faults.add(Fault.at("/filter/" + field, "This must have at most " + MOST + " entries."));
            return;
        }
        for (int index = 0; index < values.size(); index++) {
            var value = values.get(index);
            if (value == null || !right.test(value)) {
                faults.add(Fault.at("/filter/" + field + "/" + index, "This must be " + expected + "."));
            }
        }
    }

    private static <T> List<T> distinct(@Nullable List<@Nullable T> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .<T>mapMulti((value, next) -> {
                            if (value != null) next.accept(value);
                        })
                        .distinct()
                        .toList();
    }
}

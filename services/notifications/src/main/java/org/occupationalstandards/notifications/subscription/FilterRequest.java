package org.occupationalstandards.notifications.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.feed.Filter;
import org.occupationalstandards.notifications.feed.FilterValues;
import org.occupationalstandards.platform.problem.Fault;

/** A filter as it is sent. */
record FilterRequest(
        @Nullable List<@Nullable String> references,
        @Nullable List<@Nullable Integer> routes,
        @Nullable List<@Nullable Integer> levels,
        @Nullable List<@Nullable String> types) {

    static final FilterRequest NONE = new FilterRequest(null, null, null, null);

    private static final int MOST = 1_000;

    /** The filter, once {@link #check} has found nothing wrong. */
    Filter filter() {
        return new Filter(distinct(references), distinct(routes), distinct(levels), distinct(types));
    }

    void check(List<Fault> faults) {
        check("references", references, FilterValues.REFERENCE, faults);
        check("routes", routes, FilterValues.ROUTE, faults);
        check("levels", levels, FilterValues.LEVEL, faults);
        check("types", types, FilterValues.TYPE, faults);
    }

    private static <T> void check(
            String field, @Nullable List<@Nullable T> values, FilterValues.Rule<T> rule, List<Fault> faults) {
        if (values == null) return;
        if (values.size() > MOST) {
            faults.add(Fault.at("/filter/" + field, "This must have at most " + MOST + " entries."));
            return;
        }
        for (int index = 0; index < values.size(); index++) {
            var value = values.get(index);
            if (value == null || !rule.right().test(value)) {
                faults.add(Fault.at("/filter/" + field + "/" + index, rule.fault()));
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

package org.occupationalstandards.standards.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.occupationalstandards.standards.lifecycle.content.Problem;

/** How many employers, and how many small ones, have to stand behind a proposal. */
public final class Membership {

    /** What is lacking; one employer under several spellings counts once. */
    public static List<Problem> lacking(List<GroupEmployer> employers, LifecyclePolicy.ForProposals policy) {
        List<Problem> lacking = new ArrayList<>();
        long distinct = different(employers.stream());
        long small = small(employers);
        if (distinct < policy.employers()) {
            lacking.add(new Problem(
                    "/employers",
                    "are %d different ones; at least %d are needed".formatted(distinct, policy.employers())));
        }
        if (small < policy.smallEmployers()) {
            lacking.add(new Problem(
                    "/employers",
                    "have %d small ones among them; at least %d are needed".formatted(small, policy.smallEmployers())));
        }
        return List.copyOf(lacking);
    }

    /** How many different ones of them are small. */
    public static long small(List<GroupEmployer> employers) {
        return different(employers.stream().filter(employer -> employer.size() == EmployerSize.SMALL));
    }

    private static long different(Stream<GroupEmployer> employers) {
        return employers
                .map(employer -> EmployerName.key(Objects.requireNonNullElse(employer.name(), "")))
                .distinct()
                .count();
    }

    private Membership() {}
}

package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;

/**
 * What was in force at an instant by all that is known now, whenever it was recorded. Facts that have a day of effect
 * hold from that day, as it was last corrected: versions, and the last day of a standard. All others hold from the
 * moment at which they were decided; those that were taken over with a version, from its first day.
 */
public final class Effective {

    private final List<StandardEvent> history;
    private final StandardState known;
    private final StandardState then;
    private final LocalDate day;
    private final List<Version> versions;

    /**
     * The standard as it was in force at that instant.
     *
     * @param history all its events
     * @param zone where days of effect begin
     * @return nothing where nothing says that there was such a standard by then
     */
    public static Optional<StandardState> at(List<? extends StandardEvent> history, Instant instant, ZoneId zone) {
        return Optional.ofNullable(
                new Effective(List.copyOf(history), instant, LocalDate.ofInstant(instant, zone)).state());
    }

    private Effective(List<StandardEvent> history, Instant instant, LocalDate day) {
        this.history = history;
        this.day = day;
        this.known = fold(history);
        this.then = fold(history.subList(0, decidedBy(instant, history)));
        this.versions = approved();
    }

    /** How many of them had been by then. A clock that once went back does not hide what came before it did. */
    private static int decidedBy(Instant instant, List<StandardEvent> history) {
        int decided = history.size();
        while (decided > 0 && history.get(decided - 1).at().isAfter(instant)) {
            decided--;
        }
        return decided;
    }

    private static StandardState fold(List<StandardEvent> events) {
        StandardState state = StandardState.none();
        for (StandardEvent event : events) {
            state = state.after(event);
        }
        return state;
    }

    /** Those that were approved by that day; the last of them keeps the end that it is known to have. */
    private List<Version> approved() {
        List<Version> approved =
                known.versions().stream().takeWhile(this::approvedByThen).toList();
        if (approved.isEmpty()) {
            return approved;
        }
        LocalDate end = known.effectiveTo(approved.getLast());
        return end == null
                ? approved
                : Evolution.and(
                        approved.subList(0, approved.size() - 1),
                        approved.getLast().ended(end));
    }

    /** Of one whose approval nobody dated: when it took effect, or when it was recorded, whichever came first. */
    private boolean approvedByThen(Version version) {
        LocalDate since = version.approvedOn() == null ? version.effectiveFrom() : version.approvedOn();
        return since == null || !since.isAfter(day) || version.approvedOn() == null && knownThen(version.number());
    }

    private @Nullable StandardState state() {
        StandardState base = then.exists() ? takenOverSince() : beforeItWasTakenOver();
        if (base == null) {
            return null;
        }
        StandardState dated = base.next()
                .versions(versions)
                .formerVersions(Math.min(base.formerVersions(), versions.size()))
                .done();
        Stage stage = stage(dated);
        return dated.next()
                .stage(stage)
                .products(
                        stage == Stage.RETIRED && base.stage() != Stage.RETIRED
                                ? dated.products().stream()
                                        .map(product -> product.in(ProductStatus.RETIRED))
                                        .toList()
                                : dated.products())
                .done();
    }

    /** As it was, with what was taken over later of the version that was in force then. */
    private StandardState takenOverSince() {
        StandardRegistered registered = registrationInForce();
        return registered == null || knownThen(registered.version())
                ? then
                : registered(registered)
                        .next()
                        .sequence(then.sequence())
                        .dates(then.dates())
                        .done();
    }

    private boolean knownThen(String version) {
        return then.versions().stream().anyMatch(each -> each.number().equals(version));
    }

    /** Nothing of its earlier life is made up: before its first version it has no more than its days, title and place. */
    private @Nullable StandardState beforeItWasTakenOver() {
        if (!(history.getFirst() instanceof StandardRegistered first)) {
            return null;
        }
        if (!versions.isEmpty()) {
            StandardRegistered inForce = registrationInForce();
            return registered(inForce == null ? first : inForce);
        }
        Dates dates = known.dates();
        boolean developed = begun(dates.proposalApprovedOn());
        if (!developed && !begun(dates.createdOn())) {
            return null;
        }
        StandardState registered = registered(first);
        return registered
                .next()
                .stage(developed ? Stage.IN_DEVELOPMENT : Stage.POTENTIAL)
                .draft(Draft.takenOver(Content.titled(registered.title())))
                .products(List.of())
                .green(GreenTheme.NONE)
                .progression(List.of())
                .dates(new Dates(dates.createdOn(), developed ? dates.proposalApprovedOn() : null, null))
                .done();
    }

    private boolean begun(@Nullable LocalDate since) {
        return since != null && !since.isAfter(day);
    }

    /** The last word on the version that was in force, where it was taken over. */
    private @Nullable StandardRegistered registrationInForce() {
        if (versions.isEmpty()) {
            return null;
        }
        Version inForce = known.next().versions(versions).done().inForceOn(day);
        String number = (inForce == null ? versions.getLast() : inForce).number();
        return history.stream()
                .filter(StandardRegistered.class::isInstance)
                .map(StandardRegistered.class::cast)
                .filter(event -> event.version().equals(number))
                .reduce((one, later) -> later)
                .orElse(null);
    }

    private static StandardState registered(StandardRegistered event) {
        return RegistrationEffects.after(StandardState.none(), event);
    }

    private Stage stage(StandardState dated) {
        if (!dated.hasVersion()) {
            return dated.stage() == Stage.APPROVED || dated.stage() == Stage.RETIRING
                    ? Stage.IN_DEVELOPMENT
                    : dated.stage();
        }
        LocalDate end = dated.effectiveTo(versions.getLast());
        if (end != null && end.isBefore(day)) {
            return Stage.RETIRED;
        }
        return switch (dated.stage()) {
            case NONE, POTENTIAL, PROPOSED -> Stage.APPROVED;
            // Taken over after its end; and of one whose last day nobody knows, nobody knows when it was in force.
            case RETIRED, WITHDRAWN -> then.exists() || end == null ? dated.stage() : Stage.APPROVED;
            case IN_DEVELOPMENT, IN_CONSULTATION, SUBMITTED, APPROVED, RETIRING -> dated.stage();
        };
    }
}

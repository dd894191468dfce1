package org.occupationalstandards.standards.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.Option;

/**
 * The rules that consumers of the published standards check by hand today, written down a second time without a look at
 * the rulebook: version numbers, windows, LARS codes, options. Reads events as a consumer would read announcements.
 */
public final class ConsumerOracle {

    /** A version as a consumer knows it. */
    private static final class Known {
        private final String number;
        private @Nullable LocalDate from;
        private @Nullable LocalDate ended;
        private Map<UUID, String> options = new LinkedHashMap<>();

        Known(String number, @Nullable LocalDate from) {
            this.number = number;
            this.from = from;
        }
    }

    private final List<String> complaints = new ArrayList<>();
    private final List<Known> versions = new ArrayList<>();
    private final Map<String, Integer> larsCodes = new HashMap<>();

    /** Everything that a consumer would complain about. */
    public static List<String> complaints(List<StandardEvent> events, StandardState published) {
        var oracle = new ConsumerOracle();
        events.forEach(oracle::read);
        oracle.compare(published);
        return oracle.complaints;
    }

    private void read(StandardEvent event) {
        if (event instanceof StandardRegistered registered) {
            registered(registered);
        } else if (event instanceof ApprovalEvent.StandardApproved approved) {
            add(approved.version(), approved.effectiveFrom(), approved.document());
        } else if (event instanceof VersionEvent.DatesCorrected corrected) {
            versions.stream()
                    .filter(version -> version.number.equals(corrected.version()))
                    .forEach(version -> version.from = corrected.effectiveFrom());
        } else if (event instanceof EndOfLifeEvent.StandardRetired retired) {
            versions.getLast().ended = retired.lastDay();
        } else if (event instanceof EndOfLifeEvent.StandardReinstated reinstated) {
            if (!versions.isEmpty() && versions.getLast().ended == null) {
                // nobody knew the last day; it was this one at the latest
                versions.getLast().ended = reinstated.decidedOn();
            }
        } else if (event instanceof ProductEvent changed) {
            lars(List.of(changed.product()));
        }
        windows(event);
    }

    private void registered(StandardRegistered event) {
        lars(event.products());
        if (event.version().equals("0.0")) {
            complain(versions.isEmpty(), "a standard with a version was registered without one");
            return;
        }
        if (!versions.isEmpty() && versions.getLast().number.equals(event.version())) {
            keepsOptions(versions.getLast(), event.content());
            versions.removeLast();
            addUnchecked(event.version(), event.effectiveFrom(), event.content());
        } else if (versions.isEmpty()) {
            wellFormed(event.version());
            addUnchecked(event.version(), event.effectiveFrom(), event.content());
        } else {
            follows(event.version());
            versions.getLast().ended = null;
            addUnchecked(event.version(), event.effectiveFrom(), event.content());
        }
        versions.getLast().ended = event.effectiveTo();
    }

    private void add(String number, @Nullable LocalDate from, Content content) {
        follows(number);
        addUnchecked(number, from, content);
    }

    private void addUnchecked(String number, @Nullable LocalDate from, Content content) {
        var version = new Known(number, from);
        content.options().forEach(option -> version.options.put(option.id(), option.title()));
        versions.add(version);
    }

    private void wellFormed(String number) {
        complain(number.matches("\\d+\\.\\d+"), "version " + number + " is no version number");
    }

    private void follows(String number) {
        wellFormed(number);
        String last = versions.isEmpty() ? "0.0" : versions.getLast().number;
        String[] parts = last.split("\\.");
        int major = Integer.parseInt(parts[0]);
        int minor = Integer.parseInt(parts[1]);
        Set<String> possible = new HashSet<>(Set.of((major + 1) + ".0"));
        if (major > 0) {
            possible.add(major + "." + (minor + 1));
        }
        complain(possible.contains(number), "version " + number + " follows " + last);
    }

    private void keepsOptions(Known version, Content content) {
        Map<UUID, String> now = new HashMap<>();
        for (Option option : content.options()) {
            now.put(option.id(), option.title());
        }
        version.options.forEach((id, title) ->
                complain(title.equals(now.get(id)), "option " + title + " changed within " + version.number));
    }

    private void lars(List<Product> products) {
        for (Product product : products) {
            Integer now = product.larsCode();
            complain(now != null || !larsCodes.containsKey(product.code()), product.code() + " lost its LARS code");
            if (now != null) {
                larsCodes.put(product.code(), now);
            }
        }
    }

    /**
     * Each version that follows another starts on a day that is known: the day after the one before did at the earliest,
     * and after its end where it had one.
     */
    private void windows(StandardEvent event) {
        for (int i = 1; i < versions.size(); i++) {
            Known before = versions.get(i - 1);
            LocalDate from = versions.get(i).from;
            LocalDate taken = before.ended != null ? before.ended : before.from;
            complain(
                    from != null && (taken == null || from.isAfter(taken)),
                    "after %s: %s starts %s, not after %s of %s"
                            .formatted(event, versions.get(i).number, from, taken, before.number));
        }
        for (Known version : versions) {
            complain(
                    version.from == null || version.ended == null || !version.from.isAfter(version.ended),
                    "after %s: %s ended before it began".formatted(event, version.number));
        }
    }

    /** What the state says is in force on any day is what a consumer works out, and never more than one. */
    private void compare(StandardState state) {
        complain(
                state.versions().stream()
                        .map(Version::number)
                        .toList()
                        .equals(versions.stream().map(version -> version.number).toList()),
                "versions are %s, expected %s"
                        .formatted(
                                state.versions().stream().map(Version::number).toList(),
                                versions.stream().map(version -> version.number).toList()));
        TreeSet<LocalDate> days = new TreeSet<>();
        versions.forEach(version -> {
            around(days, version.from);
            around(days, version.ended);
        });
        around(days, state.endOfLife().lastDay());
        for (LocalDate day : days) {
            List<String> inForce = inForce(day, state);
            complain(inForce.size() <= 1, "on %s %s are in force".formatted(day, inForce));
            Version said = state.inForceOn(day);
            complain(
                    inForce.equals(said == null ? List.of() : List.of(said.number())),
                    "on %s %s is in force, but the state says %s".formatted(day, inForce, said));
        }
        for (int i = 0; i + 1 < state.versions().size(); i++) {
            Version version = state.versions().get(i);
            LocalDate to = state.effectiveTo(version);
            LocalDate next = state.versions().get(i + 1).effectiveFrom();
            complain(
                    version.endedOn() != null
                            || to != null && next != null && to.plusDays(1).equals(next),
                    "%s ends %s and the next starts %s".formatted(version.number(), to, next));
        }
    }

    private static void around(Set<LocalDate> days, @Nullable LocalDate day) {
        if (day != null) {
            days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
        }
    }

    private List<String> inForce(LocalDate day, StandardState state) {
        List<String> inForce = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Known version = versions.get(i);
            LocalDate next = i + 1 < versions.size() ? versions.get(i + 1).from : null;
            LocalDate planned = i + 1 == versions.size() ? state.endOfLife().lastDay() : null;
            boolean begun = version.from == null || !version.from.isAfter(day);
            // a later version of which nobody knows when it started has taken over already
            boolean replaced = i + 1 < versions.size() && (next == null || !next.isAfter(day));
            boolean over =
                    (version.ended != null && day.isAfter(version.ended)) || (planned != null && day.isAfter(planned));
            boolean unknownEnd = version.ended == null
                    && i + 1 == versions.size()
                    && state.exists()
                    && state.status() == Status.RETIRED;
            if (begun && !replaced && !over && !unknownEnd) {
                inForce.add(version.number);
            }
        }
        return inForce;
    }

    private void complain(boolean fine, String complaint) {
        if (!fine) {
            complaints.add(complaint);
        }
    }
}

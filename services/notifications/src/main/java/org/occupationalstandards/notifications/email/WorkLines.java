package org.occupationalstandards.notifications.email;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.PublicAddresses;
import org.occupationalstandards.notifications.work.WorkNews.News;

/**
 * What mail about work says: of each standard first what its reader is asked to do, then what has happened. Nothing twice: of
 * what one is asked again the last counts, and what happens again and again is counted.
 */
final class WorkLines {

    /** What somebody has to do, and until when where that is said. */
    record Turn(
            String what, @Nullable Instant due, @Nullable String dueBy) {}

    /** What was done, when last, and how often. */
    record Done(String what, String when, int times) {}

    /**
     * All that is said of one standard.
     *
     * @param page where everybody can read it
     * @param actions where its reader sees what they may do now
     */
    record Standard(String title, String reference, String page, String actions, List<Turn> turns, List<Done> done) {

        String named() {
            return title + " (" + reference + ")";
        }
    }

    /** What is gathered of one standard, in the order in which it came. */
    private record Gathered(String title, Map<String, Turn> turns, Map<String, Done> done) {}

    private final PublicAddresses addresses;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;

    /** @param moment how a day and a time are written, and in which zone */
    WorkLines(PublicAddresses addresses, DateTimeFormatter moment) {
        this.addresses = addresses;
        this.moment = moment;
        this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(moment.getZone());
    }

    /** By standard, in the order of the first news of each. */
    List<Standard> of(List<News> news) {
        var gathered = new LinkedHashMap<String, Gathered>();
        for (var each : news) {
            var standard = gathered.computeIfAbsent(
                    each.reference(), any -> new Gathered(each.title(), new LinkedHashMap<>(), new LinkedHashMap<>()));
            for (var turn : each.turns()) {
                var due = turn.dueBy();
                standard.turns().put(turn.what(), new Turn(turn.what(), due, due == null ? null : moment.format(due)));
            }
            if (each.done() != null) {
                var once = new Done(each.done(), moment.format(each.recordedAt()), 1);
                standard.done()
                        .merge(
                                each.done(),
                                once,
                                (before, last) -> new Done(last.what(), last.when(), before.times() + 1));
            }
        }
        return gathered.entrySet().stream()
                .map(each -> standard(each.getKey(), each.getValue()))
                .toList();
    }

    private Standard standard(String reference, Gathered gathered) {
        return new Standard(
                gathered.title(),
                reference,
                addresses.occupation(reference),
                addresses.actions(reference),
                List.copyOf(gathered.turns().values()),
                List.copyOf(gathered.done().values()));
    }

    /** Which standard it is, what is asked and by when; all that fits of it where there is more. */
    String subject(List<Standard> standards) {
        var turns = standards.stream().flatMap(each -> each.turns().stream()).toList();
        if (standards.size() == 1) {
            return subject(standards.getFirst(), turns);
        }
        long waiting =
                standards.stream().filter(each -> !each.turns().isEmpty()).count();
        return waiting == 0
                ? "News of " + standards.size() + " occupational standards"
                : "Your turn on " + waiting + " of " + standards.size() + " occupational standards" + first(turns);
    }

    private String subject(Standard standard, List<Turn> turns) {
        if (turns.size() == 1) {
            var due = turns.getFirst().due();
            return "Your turn on " + standard.named() + ": " + turns.getFirst().what()
                    + (due == null ? "" : ", by " + day.format(due));
        }
        if (!turns.isEmpty()) {
            return "Your turn on " + standard.named() + ": " + turns.size() + " things to do" + first(turns);
        }
        return standard.done().size() == 1
                ? standard.named() + ": " + brief(standard.done().getFirst().what())
                : "News of " + standard.named();
    }

    private String first(List<Turn> turns) {
        return earliest(turns).map(due -> ", the first by " + day.format(due)).orElse("");
    }

    private static Optional<Instant> earliest(List<Turn> turns) {
        var due = new ArrayList<Instant>();
        turns.stream().map(Turn::due).filter(Objects::nonNull).forEach(due::add);
        return due.stream().min(Comparator.naturalOrder());
    }

    /** The first part of a sentence, to follow a colon. */
    private static String brief(String sentence) {
        var part = sentence.split(";", 2)[0].replaceFirst("\\.$", "");
        return part.substring(0, 1).toLowerCase(Locale.UK) + part.substring(1);
    }
}

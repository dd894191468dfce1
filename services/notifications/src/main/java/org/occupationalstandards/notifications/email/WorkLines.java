package org.occupationalstandards.notifications.email;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.PublicAddresses;
import org.occupationalstandards.notifications.work.WorkNews.News;

/** What mail about work says: of each standard first what its reader has to do, then what was done. */
final class WorkLines {

    /** What somebody has to do, and until when where that is said. */
    record Turn(String what, @Nullable String dueBy) {}

    /** What was done, and when. */
    record Done(String what, String when) {}

    /** All that is said of one standard. */
    record Standard(String title, String reference, String link, List<Turn> turns, List<Done> done) {}

    /** By standard, in the order of the first news of each. */
    static List<Standard> of(List<News> news, PublicAddresses addresses, DateTimeFormatter day) {
        var standards = new LinkedHashMap<String, Standard>();
        for (var each : news) {
            var before = standards.get(each.reference());
            var turns = new ArrayList<Turn>(before == null ? List.of() : before.turns());
            var done = new ArrayList<Done>(before == null ? List.of() : before.done());
            for (var turn : each.turns()) {
                turns.add(new Turn(turn.what(), turn.dueBy() == null ? null : day.format(turn.dueBy())));
            }
            if (each.done() != null) {
                done.add(new Done(each.done(), day.format(each.recordedAt())));
            }
            standards.put(
                    each.reference(),
                    new Standard(each.title(), each.reference(), addresses.occupation(each.reference()), turns, done));
        }
        return List.copyOf(standards.values());
    }

    static String subject(List<Standard> standards) {
        long waiting =
                standards.stream().filter(each -> !each.turns().isEmpty()).count();
        var first = standards.getFirst();
        if (standards.size() == 1) {
            var named = first.title() + " (" + first.reference() + ")";
            return waiting == 0 ? "News of " + named : "Your turn: " + named;
        }
        return waiting == 0
                ? "News of " + standards.size() + " occupational standards"
                : "Your turn on " + waiting + " of " + standards.size() + " occupational standards";
    }

    private WorkLines() {}
}

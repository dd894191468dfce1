package org.occupationalstandards.notifications.work;

import java.util.List;
import org.occupationalstandards.notifications.delivery.Planner;
import org.occupationalstandards.notifications.delivery.PlanningLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down which mail about work is to be sent, in the transaction that notes what has been read. Sends nothing. */
@Component
class WorkPlanner {

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final WorkNews news;
    private final Planner planner;
    private final PlanningLock lock;

    WorkPlanner(JdbcClient jdbc, Colleagues colleagues, WorkNews news, Planner planner, PlanningLock lock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.news = news;
        this.planner = planner;
        this.lock = lock;
    }

    long readThrough() {
        return jdbc.sql("select through from work_read").query(Long.class).single();
    }

    /**
     * Plans what these tellings ask for; nothing where another instance has come further meanwhile.
     *
     * @param after what had been read when they were asked for
     * @param through the number of the last of them
     * @param last the last there was, which is through when nobody has asked for mail: whoever asks later is told of what comes
     *     later
     */
    @Transactional
    public void plan(long after, List<Telling> tellings, long through, long last) {
        lock.share();
        long read = jdbc.sql("select through from work_read for update")
                .query(Long.class)
                .single();
        if (read != after) {
            return;
        }
        var asked = colleagues.all();
        // One mailbox after the other: their lanes are locked in the order in which attempts are settled.
        asked.forEach(colleague -> tellings.stream()
                .filter(telling -> colleague.since().isBefore(telling.recordedAt()))
                .forEach(telling -> plan(telling, colleague)));
        jdbc.sql("update work_read set through = :through")
                .param("through", asked.isEmpty() ? last : through)
                .update();
    }

    private void plan(Telling telling, Colleague colleague) {
        boolean told = Concern.tells(telling, colleague);
        var turns = Concern.turns(telling, colleague);
        if (told || !turns.isEmpty()) {
            var delivery = planner.news(colleague.subscription(), telling.id(), telling.reference());
            news.add(
                    delivery,
                    new WorkNews.News(
                            telling.reference(),
                            telling.title(),
                            telling.recordedAt(),
                            told ? Deed.of(telling) : null,
                            turns.stream()
                                    .map(due -> new WorkNews.Turn(due.what(), due.dueBy()))
                                    .toList()));
        }
    }
}

package org.occupationalstandards.notifications.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.occupationalstandards.notifications.WorkSettings;
import org.occupationalstandards.notifications.delivery.Dispatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads who is told of what, and plans the mail. What could not be read is read the next time: nothing is noted as read before
 * the mail that it asks for is written down.
 */
@Component
class WhenWorkIsToldThenPlanMail {

    private static final Logger log = LoggerFactory.getLogger(WhenWorkIsToldThenPlanMail.class);

    /** Planned in one transaction, for everybody concerned: few enough that it never takes long. */
    private static final int PAGE = 20;

    private final WorkSettings settings;
    private final OtherServices services;
    private final Directory directory;
    private final Colleagues colleagues;
    private final WorkPlanner planner;
    private final Dispatcher dispatcher;
    private final JsonMapper json;
    private final Counter troubles;
    private final Counter missed;
    private final Clock clock;
    private volatile Instant readAt;

    WhenWorkIsToldThenPlanMail(
            WorkSettings settings,
            OtherServices services,
            Directory directory,
            Colleagues colleagues,
            WorkPlanner planner,
            Dispatcher dispatcher,
            JsonMapper json,
            MeterRegistry metrics,
            Clock clock) {
        this.settings = settings;
        this.services = services;
        this.directory = directory;
        this.colleagues = colleagues;
        this.planner = planner;
        this.dispatcher = dispatcher;
        this.json = json;
        this.troubles = Counter.builder("notifications.work.troubles")
                .description("Looks for what people are told that broke off; the next one tries again")
                .register(metrics);
        this.missed = Counter.builder("notifications.work.missed")
                .description("What people were told so long ago that it could not be read any more")
                .register(metrics);
        this.clock = clock;
        this.readAt = clock.instant();
        Gauge.builder("notifications.work.silent", this, WhenWorkIsToldThenPlanMail::silent)
                .description("Since when it cannot be read what people are told")
                .baseUnit("seconds")
                .register(metrics);
    }

    private double silent() {
        return settings.isOn() ? Duration.between(readAt, clock.instant()).toSeconds() : 0;
    }

    @Scheduled(fixedDelayString = "${notifications.work.every:PT2S}")
    void look() {
        if (!settings.isOn()) {
            return;
        }
        try {
            boolean more = true;
            while (more) {
                more = readPage();
            }
            readAt = clock.instant();
        } catch (RuntimeException trouble) {
            troubles.increment();
            log.warn("What people are told cannot be read at present: {}", trouble.toString());
        }
    }

    private boolean readPage() {
        long after = planner.readThrough();
        // Where nobody has asked for mail, it only has to be known how far the tellings go.
        boolean nobodyAsks = colleagues.all().isEmpty();
        int limit = nobodyAsks ? 1 : PAGE;
        var page = services.get(URI.create(settings.standards() + "/tellings?limit=" + limit + "&after=" + after));
        long last = page.path("last").asLong();
        if (last < after) {
            log.warn(
                    "What people are told ends at {}, before {}, as after a restore: reading on from there",
                    last,
                    after);
            planner.plan(after, List.of(), last, last);
            return true;
        }
        long gone = page.path("goneThrough").asLong();
        if (after < gone) {
            if (!nobodyAsks) {
                missed.increment(gone - after);
                log.warn(
                        "What people were told from {} to {} is too old to be read: they get no mail of it",
                        after + 1,
                        gone);
            }
            planner.plan(after, List.of(), gone, last);
            return true;
        }
        var items = page.path("items");
        if (items.isEmpty()) {
            return false;
        }
        checkColleagues();
        var tellings = items.valueStream()
                .map(item -> json.treeToValue(item.path("telling"), Telling.class))
                .toList();
        long through = items.get(items.size() - 1).path("number").asLong();
        planner.plan(after, tellings, through, last);
        dispatcher.wake();
        return true;
    }

    /**
     * Whoever was given another part, or none, since they asked for mail is told of that one from now on. Of people of other
     * issuers counts what their token said.
     */
    private void checkColleagues() {
        if (settings.directory() != null) {
            colleagues
                    .unchecked(settings.checkedFor())
                    .forEach(person ->
                            Directory.id(person).ifPresent(id -> colleagues.checked(person, directory.access(id))));
        }
    }
}

package org.occupationalstandards.catalogue;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.occupationalstandards.contracts.AnnouncementType;
import tools.jackson.databind.node.ObjectNode;

/** Standards that no other test knows, announced to the shared catalogue. */
final class Standards implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final RunningCatalogue catalogue = RunningCatalogue.shared();
    private final Announcer announcer = new Announcer(catalogue.bootstrapServers());

    Announcer.Standard next() {
        return announcer.standard("OCC" + NUMBERS.getAndIncrement());
    }

    Announcer announcer() {
        return announcer;
    }

    /** An approved standard with this content. */
    Announcer.Standard approved(Consumer<ObjectNode> content) {
        return next().say(AnnouncementType.PROPOSED).say(AnnouncementType.APPROVED, data -> {
            ObjectNode occupation = (ObjectNode) data.get("occupation");
            content.accept(occupation);
            data.set("title", occupation.get("title"));
            data.set("level", occupation.get("level"));
            data.set("route", occupation.get("route"));
        });
    }

    /** Waits until the catalogue shows everything that was said of it. */
    Announcer.Standard settle(Announcer.Standard standard) {
        await().until(() -> {
            var answer = catalogue.get("/occupations/" + standard.reference());
            return answer.statusCode() == 200 && answer.body().contains("\"sequence\":" + standard.sequence());
        });
        return standard;
    }

    @Override
    public void close() {
        announcer.close();
    }
}

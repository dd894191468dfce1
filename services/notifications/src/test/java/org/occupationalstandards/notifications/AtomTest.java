package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.notifications.Announcer.Told;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;
import tools.jackson.databind.node.ObjectNode;

/** The feed as a feed reader sees it, which here is ROME. */
class AtomTest {

    private static Broker broker;
    private static RunningService service;
    private static Announcer announcer;

    @BeforeAll
    static void start() {
        broker = Testbed.ownBroker();
        service = RunningService.start(Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()));
        announcer = new Announcer(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        announcer.close();
        service.close();
        broker.close();
    }

    private static SyndFeed read(String path) {
        var answer = service.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
        try {
            return new SyndFeedInput().build(new StringReader(answer.raw().body()));
        } catch (FeedException malformed) {
            throw new AssertionError(answer.raw().body(), malformed);
        }
    }

    private static void awaitShown(Told told) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ids(read("/changes.atom")).contains(urn(told)));
    }

    private static List<String> ids(SyndFeed feed) {
        return feed.getEntries().stream().map(SyndEntry::getUri).toList();
    }

    private static String urn(Told told) {
        return "urn:uuid:" + told.id();
    }

    private static String path(String address) {
        var uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static List<String> links(SyndFeed feed, String relation) {
        return feed.getLinks().stream()
                .filter(link -> link.getRel().equals(relation))
                .map(SyndLink::getHref)
                .toList();
    }

    @Test
    void anEntrySaysWhatChangedAndInWhichVersion() {
        var told = announcer.announce("OCC4001", "standards.standard.approved.v1", 2, 10);
        awaitShown(told);

        var entry = read("/changes.atom?reference=OCC4001").getEntries().getFirst();

        assertThat(entry.getUri()).isEqualTo(urn(told));
        assertThat(entry.getTitle()).isEqualTo("Title of OCC4001 (OCC4001, version 1.0): approved");
        assertThat(entry.getDescription().getValue())
                .isEqualTo("Version 1.0 (new) from 15 September 2026; K1 added, D1 added");
        assertThat(entry.getLink()).isEqualTo("http://localhost:8080/occupations/OCC4001/versions/1.0");
        assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(told.time()));
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(told.time()));
        assertThat(entry.getCategories().stream().map(SyndCategory::getName)).containsExactly(told.type());
    }

    @Test
    void oneRouteOneStandardAndEverythingElseLeftOut() {
        var digital = announcer.announce("OCC4011", "standards.standard.submitted.v1", 3, 7);
        var other = announcer.announce("OCC4012", "standards.standard.submitted.v1", 3, 8);
        var again = announcer.announce("OCC4011", "standards.standard.withdrawn.v1", 3, 7);
        awaitShown(again);

        var route = read("/changes.atom?route=7");
        assertThat(route.getTitle()).isEqualTo("Changes to occupational standards: Digital");
        assertThat(ids(route)).as("the newest first").containsExactly(urn(again), urn(digital));
        assertThat(ids(read("/changes.atom?reference=OCC4012"))).containsExactly(urn(other));
        assertThat(ids(read("/changes.atom?route=7,8"))).containsExactly(urn(again), urn(other), urn(digital));
        assertThat(read("/changes.atom?route=11").getEntries()).isEmpty();
    }

    @Test
    void theLinkToOlderOnesLeadsThroughAllOfThemOnce() {
        var told = IntStream.range(0, 7)
                .mapToObj(i -> announcer.submitted("OCC4021"))
                .toList();
        awaitShown(told.getLast());
        var newestFirst = told.reversed().stream().map(AtomTest::urn).toList();

        var found = new ArrayList<String>();
        var page = read("/changes.atom?reference=OCC4021&limit=3");
        var id = page.getUri();
        found.addAll(ids(page));
        var later = announcer.submitted("OCC4021");
        awaitShown(later);
        while (!links(page, "next").isEmpty()) {
            var next = path(links(page, "next").getFirst());
            page = read(next);
            assertThat(page.getUri()).as("all pages are one feed").isEqualTo(id);
            assertThat(links(page, "first").getFirst()).endsWith("/changes.atom?reference=OCC4021&limit=3");
            assertThat(path(links(page, "self").getFirst())).isEqualTo(next);
            found.addAll(ids(page));
        }

        assertThat(found).isEqualTo(newestFirst);
    }

    @Test
    void aFeedIsTheSameWhateverTheSizeOfItsPagesAndTheOrderOfItsParameters() {
        assertThat(read("/changes.atom?limit=7&route=10").getUri())
                .isEqualTo(read("/changes.atom?route=10").getUri())
                .isNotEqualTo(read("/changes.atom?route=7").getUri());
        assertThat(read("/changes.atom?level=2&route=10,7").getUri())
                .isEqualTo(read("/changes.atom?route=7&route=10&level=2").getUri());
    }

    @Test
    void whatWasReadBeforeIsNotSentAgain() {
        awaitShown(announcer.submitted("OCC4031"));
        var known = service.get("/changes.atom?reference=OCC4031");
        assertThat(known.header("Cache-Control")).contains("no-cache");

        var again = service.get("/changes.atom?reference=OCC4031", null, "If-None-Match", known.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.raw().body()).isEmpty();
        var told = announcer.submitted("OCC4031");
        awaitShown(told);
        assertThat(service.get("/changes.atom?reference=OCC4031", null, "If-None-Match", known.header("ETag"))
                        .status())
                .isEqualTo(200);

        var older = service.get(path(
                links(read("/changes.atom?reference=OCC4031&limit=1"), "next").getFirst()));
        assertThat(older.header("Cache-Control"))
                .as("what is older never changes")
                .contains("immutable");
    }

    @Test
    void anyTextSurvives() throws Exception {
        var title = "R&D <lead> \"é\" 'ü' ]]> \u2028 𝄞";
        var told = announcer.next("OCC4041", "standards.standard.submitted.v1", 2, 10);
        var data = (ObjectNode) RunningService.JSON.readTree(told.data());
        data.put("title", title);
        var strange = new Told(
                told.position(),
                told.id(),
                told.type(),
                told.subject(),
                told.sequence(),
                told.previous(),
                RunningService.JSON.writeValueAsBytes(data));
        announcer.send(strange).get();
        awaitShown(told);

        assertThat(read("/changes.atom?reference=OCC4041")
                        .getEntries()
                        .getFirst()
                        .getTitle())
                .isEqualTo(title + " (OCC4041): submitted");
    }
}

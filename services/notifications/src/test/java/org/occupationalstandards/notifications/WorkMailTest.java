package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.occupationalstandards.notifications.MailServer.link;
import static org.occupationalstandards.notifications.MailServer.part;
import static org.occupationalstandards.notifications.MailServer.text;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.notifications.delivery.Dispatcher;
import org.occupationalstandards.testbed.Testbed;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever wants it hears by mail what waits for them, and what they are told of. */
class WorkMailTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static MailServer server;
    private static Project project;
    private static Map<String, String> environment;
    private static RunningService service;

    @BeforeAll
    static void start() {
        server = new MailServer();
        project = new Project();
        environment = Testbed.properties();
        service = RunningService.start(environment, settings());
    }

    @AfterAll
    static void stop() {
        service.close();
        project.close();
        server.close();
    }

    private static String[] settings() {
        return Stream.concat(
                        Stream.of(project.settings()),
                        Stream.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + server.port()))
                .toArray(String[]::new);
    }

    /** Somebody with a mailbox of the same name, who may do that by their token and by the directory. */
    private record Person(String id, String token) {

        static Person with(Map<String, ?> claims) {
            var id = UUID.randomUUID().toString();
            project.access.put(id, claims);
            return new Person(id, RunningService.ISSUER.token(id, claims));
        }

        static Person onThePanelOf(int route) {
            return with(Map.of("roles", List.of("panel-member"), "routes", List.of(route)));
        }

        static Person inTheGroup(String role) {
            return with(Map.of("roles", List.of(role), "groups", List.of(Project.Telling.GROUP)));
        }

        String address() {
            return id + "@example.org";
        }

        String asks(String cadence) {
            var answer = service.post(
                    "/subscriptions",
                    token,
                    Map.of("channel", "email", "email", address(), "about", "work", "cadence", cadence));
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
            assertThat(answer.json().get("about").asString()).isEqualTo("work");
            return answer.header("Location");
        }

        Person confirmed(String cadence) {
            asks(cadence);
            confirms();
            return this;
        }

        void confirms() {
            var mail = text(server.await(address(), 1).getFirst());
            assertThat(mail).contains("what waits for them").doesNotContain("about changes");
            assertThat(service.post(link(mail, "/email/confirm"), null, "")
                            .raw()
                            .body())
                    .contains("something waits for you");
        }

        int planned() {
            return service.jdbc()
                    .sql("select count(*) from work_news n join delivery d on d.id = n.delivery "
                            + "join subscription s on s.id = d.subscription where s.owner = ?")
                    .param(id)
                    .query(Integer.class)
                    .single();
        }
    }

    private static void everythingIsRead() {
        await().atMost(SOON)
                .until(() -> service.jdbc()
                                .sql("select through from work_read")
                                .query(Long.class)
                                .single()
                        == project.told());
    }

    @Test
    void whoeverIsAskedHearsOfItOnceTheirMailboxHasSaidYes() throws Exception {
        var asked = Person.onThePanelOf(8);
        asked.asks("immediate");
        var elsewhere = Person.onThePanelOf(7).confirmed("immediate");
        var exempt = Person.onThePanelOf(8).confirmed("immediate");
        project.tells("OCC4001", "panel").now();
        everythingIsRead();
        assertThat(asked.planned())
                .as("no mail before the mailbox has said yes")
                .isZero();
        asked.confirms();

        project.tells("OCC4001", "officials", "public")
                .turnOf("panel", "panel-member", "vote on the draft (0 of at least 3 have voted)", exempt.id())
                .now();

        var mail = server.await(asked.address(), 2).getLast();
        assertThat(mail.getSubject())
                .isEqualTo(
                        "Your turn on Stonemason (OCC4001): vote on the draft (0 of at least 3 have voted), by 7 January 2027");
        assertThat(text(mail))
                .contains(
                        "You are asked to:",
                        "- vote on the draft (0 of at least 3 have voted), by 7 January 2027, 09:00")
                .contains("http://localhost:8080/occupations/OCC4001", "http://localhost:8081/standards/OCC4001")
                .doesNotContain("What has happened", "Your turn");
        assertThat(part(mail, 1))
                .contains("<strong>vote on the draft (0 of at least 3 have voted)</strong><span>, by 7 January 2027");
        everythingIsRead();
        assertThat(elsewhere.planned()).isZero();
        assertThat(exempt.planned())
                .as("told of what was done before, and not asked")
                .isEqualTo(1);
    }

    @Test
    void everyAudienceHearsWhatItIsToldAndWhoeverDidItDoesNot() throws Exception {
        var official = Person.with(Map.of("roles", List.of("official"))).confirmed("immediate");
        var committee = Person.with(Map.of("roles", List.of("committee"))).confirmed("immediate");
        var panel = Person.onThePanelOf(8).confirmed("immediate");
        var chair = Person.inTheGroup("employer-group-chair").confirmed("immediate");
        var member = Person.inTheGroup("employer-group-member").confirmed("immediate");
        var former = Person.inTheGroup("employer-group-chair").confirmed("immediate");

        project.tells("OCC4002", "owning-group", "officials", "panel", "committee")
                .by(official.id())
                .ofGroup(chair.id(), member.id())
                .turnOf("owning-group", "employer-group-chair", "submit the draft for approval")
                .now();

        for (var told : List.of(committee, panel, member)) {
            var mail = server.await(told.address(), 2).getLast();
            assertThat(mail.getSubject()).isEqualTo("Stonemason (OCC4002): the draft was sent for approval");
            assertThat(text(mail))
                    .contains("What has happened:", ": The draft was sent for approval; the panel votes")
                    .doesNotContain("You are asked to");
        }
        assertThat(text(server.await(chair.address(), 2).getLast()))
                .contains("- submit the draft for approval, by 7 January", "The draft was sent for approval;");
        everythingIsRead();
        assertThat(official.planned()).as("did it").isZero();
        assertThat(former.planned()).as("the group says who acts for it").isZero();
    }

    @Test
    void whoeverHasAnotherPartByNowHearsOfThatOne() {
        var person = Person.onThePanelOf(8).confirmed("immediate");
        project.access.put(person.id(), Map.of("roles", List.of("committee")));

        project.tells("OCC4003", "panel").now();
        project.tells("OCC4003", "committee").now();

        server.await(person.address(), 2);
        everythingIsRead();
        assertThat(person.planned()).isEqualTo(1);
        project.access.remove(person.id());
        project.tells("OCC4003", "committee").now();
        everythingIsRead();
        assertThat(person.planned()).isEqualTo(1);
    }

    @Test
    void aDigestSaysOfEachStandardWhatWaitsAndWhatWasDone() throws Exception {
        var official = Person.with(Map.of("roles", List.of("official"))).confirmed("daily");
        project.tells("OCC4004", "officials")
                .turnOf("officials", "official", "confirm that the proposal is ready")
                .now();
        project.tells("OCC4005", "officials").now();
        project.tells("OCC4004", "officials").now();
        everythingIsRead();
        assertThat(official.planned()).isEqualTo(3);
        assertThat(server.to(official.address())).hasSize(1);

        // The morning comes.
        service.jdbc()
                .sql("update lane set due_at = now() where due_at > now()")
                .update();
        service.bean(Dispatcher.class).wake();

        var mail = server.await(official.address(), 2).getLast();
        assertThat(mail.getSubject())
                .isEqualTo("Your turn on 1 of 2 occupational standards, the first by 7 January 2027");
        assertThat(text(mail))
                .containsSubsequence(
                        "(OCC4004)",
                        "- confirm that the proposal is ready",
                        "The draft was sent for approval",
                        "(2 times)",
                        "(OCC4005)");
    }

    @Test
    void oneClickEndsIt() throws Exception {
        var person = Person.with(Map.of("roles", List.of("committee"))).confirmed("immediate");
        project.tells("OCC4006", "committee").now();
        var header = server.await(person.address(), 2).getLast().getHeader("List-Unsubscribe")[0];
        var link = URI.create(header.substring(1, header.length() - 1));

        assertThat(service.post(link.getRawPath() + "?" + link.getRawQuery(), null, "")
                        .status())
                .isEqualTo(200);

        assertThat(service.get("/subscriptions", person.token())
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void whatCannotBeReadIsReadLaterAndNothingTwice() {
        var person = Person.with(Map.of("roles", List.of("committee"))).confirmed("immediate");
        project.refuses.set(5);
        project.tells("OCC4007", "committee").now();
        server.await(person.address(), 2);

        // Another instance on the same database reads on where this one is.
        try (var other = RunningService.start(environment, settings())) {
            project.tells("OCC4007", "committee").now();
            project.tells("OCC4007", "committee").now();
            await().atMost(SOON).until(() -> person.planned() == 3);
            everythingIsRead();
            assertThat(other.jdbc()
                            .sql("select count(*) from (select subscription, event_id from delivery "
                                    + "where type = 'notifications.work.v1' group by 1, 2 having count(*) > 1) twice")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
        assertThat(person.planned()).isEqualTo(3);
    }

    @Test
    void aTokenThatCountsNoMoreIsNotUsedUntilItRunsOut() {
        var person = Person.with(Map.of("roles", List.of("committee"))).confirmed("immediate");
        project.tells("OCC4010", "committee").now();
        server.await(person.address(), 2);
        project.hasNewKeys();

        project.tells("OCC4010", "committee").now();

        server.await(person.address(), 3);
    }

    @Test
    void ofWhomTheDirectoryCannotKnowCountsWhatTheirTokenSaid() {
        var id = "another|" + UUID.randomUUID();
        var claims = Map.of("roles", List.of("committee"));
        var person = new Person(id, RunningService.ISSUER.token(id, claims)).confirmed("immediate");

        project.tells("OCC4011", "committee").now();

        server.await(person.address(), 2);
    }

    @Test
    void mailboxesAreLockedInTheOrderInWhichAttemptsAreSettled() {
        var first = Person.onThePanelOf(8).confirmed("daily");
        var second = Person.with(Map.of("roles", List.of("committee"))).confirmed("daily");
        var jdbc = service.jdbc();
        jdbc.sql("insert into lane (subscription, lane) select id, '' from subscription where owner in (?, ?)")
                .params(first.id(), second.id())
                .update();
        project.refuses.set(Integer.MAX_VALUE);
        project.tells("OCC4012", "committee").now();
        project.tells("OCC4012", "panel").now();

        new TransactionTemplate(service.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            int mine = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
            jdbc.sql(LANE_OF + "for update").param(first.id()).query().listOfRows();
            project.refuses.set(0);
            await("what is planned waits for the first")
                    .atMost(SOON)
                    .until(() -> jdbc.sql(
                                            "select count(*) from pg_locks where not granted and ? = any (pg_blocking_pids(pid))")
                                    .param(mine)
                                    .query(Integer.class)
                                    .single()
                            > 0);

            assertThat(jdbc.sql(LANE_OF + "for update nowait")
                            .param(second.id())
                            .query()
                            .listOfRows())
                    .as("and holds nothing meanwhile that comes after it")
                    .hasSize(1);
        });
        everythingIsRead();
        assertThat(first.planned() + second.planned()).isEqualTo(2);
    }

    private static final String LANE_OF =
            "select l.lane from lane l join subscription s on s.id = l.subscription where s.owner = ? and l.lane = '' ";

    @Test
    void whatIsToldAfterARestoreIsHeard() {
        var person = Person.with(Map.of("roles", List.of("committee"))).confirmed("immediate");
        project.tells("OCC4008", "committee").now();
        server.await(person.address(), 2);
        project.forgetsTheLast();
        everythingIsRead();

        project.tells("OCC4009", "committee").now();

        assertThat(text(server.await(person.address(), 3).getLast())).contains("OCC4009");
    }

    @Test
    void whoReadsTooLateNoticesAndGoesOnWithWhatIsKept() {
        var person = Person.with(Map.of("roles", List.of("committee"))).confirmed("immediate");
        var missed = service.bean(MeterRegistry.class)
                .get("notifications.work.missed")
                .counter();
        double before = missed.count();
        everythingIsRead();
        project.refuses.set(Integer.MAX_VALUE);
        project.tells("OCC4013", "committee").now();
        project.tells("OCC4014", "committee").now();
        project.tells("OCC4015", "committee").now();
        project.keepsOnlyTheLast();

        project.refuses.set(0);

        assertThat(text(server.await(person.address(), 2).getLast())).contains("OCC4015");
        everythingIsRead();
        assertThat(person.planned()).isEqualTo(1);
        assertThat(missed.count() - before).isEqualTo(2);
    }

    @Test
    void whoeverIsErasedLeavesNoMailboxOfAnyKind() {
        var person = Person.with(Map.of("roles", List.of("official"))).confirmed("immediate");
        assertThat(service.post(
                                "/subscriptions",
                                person.token(),
                                Map.of("channel", "email", "email", "other." + person.address()))
                        .status())
                .isEqualTo(201);
        project.erased.add(person.id());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.jdbc()
                                .sql("select count(*) from subscription where owner = ?")
                                .param(person.id())
                                .query(Integer.class)
                                .single())
                        .isZero());
    }

    @Test
    void onlyThoseAskForItForWhomSomethingCanWait() {
        var nobody = RunningService.token("reader-of-changes");
        var wish = Map.of("channel", "email", "email", "reader@example.org", "about", "work");
        assertThat(service.post("/subscriptions", nobody, wish).json().toString())
                .contains("/about", "In your role nothing waits for you");
        var official = Person.with(Map.of("roles", List.of("official")));
        assertThat(service.post(
                                "/subscriptions",
                                official.token(),
                                Map.of(
                                        "channel",
                                        "email",
                                        "email",
                                        official.address(),
                                        "about",
                                        "work",
                                        "filter",
                                        Map.of("routes", List.of(7))))
                        .json()
                        .toString())
                .contains("/filter");
        try (var without = RunningService.start()) {
            assertThat(without.post("/subscriptions", official.token(), wish)
                            .json()
                            .get("type")
                            .asString())
                    .endsWith(":no-mail-about-work");
        }
    }
}

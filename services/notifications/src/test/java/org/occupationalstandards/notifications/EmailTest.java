package org.occupationalstandards.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.occupationalstandards.notifications.MailServer.link;
import static org.occupationalstandards.notifications.MailServer.part;
import static org.occupationalstandards.notifications.MailServer.text;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.occupationalstandards.notifications.Receiver.Behaviour;
import org.occupationalstandards.notifications.delivery.DeliveryGivenUp;
import org.occupationalstandards.notifications.delivery.Dispatcher;
import org.occupationalstandards.notifications.delivery.SubscriptionFailed;
import org.occupationalstandards.testbed.Broker;
import org.occupationalstandards.testbed.Testbed;

class EmailTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Broker broker;
    private static MailServer server;
    private static RunningService service;
    private static Announcer announcer;

    @BeforeAll
    static void start() {
        broker = Testbed.ownBroker();
        server = new MailServer();
        service = RunningService.start(
                Testbed.properties(Testbed.freshDatabase(), broker.bootstrapServers()),
                "notifications.delivery.ladder=1s,1h,36h",
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + server.port());
        announcer = new Announcer(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        announcer.close();
        service.close();
        server.close();
        broker.close();
    }

    private static String subscribe(String address, String cadence, String token, String... references) {
        var answer = service.post(
                "/subscriptions",
                token,
                Map.of(
                        "channel",
                        "email",
                        "email",
                        address,
                        "cadence",
                        cadence,
                        "filter",
                        Map.of("references", List.of(references))));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("status").asString()).isEqualTo("unconfirmed");
        assertThat(answer.json().has("secret")).isFalse();
        return answer.header("Location");
    }

    private static void confirm(String address) throws Exception {
        var link = link(text(server.await(address, 1).getFirst()), "/email/confirm");
        assertThat(service.post(link, null, "").status()).isEqualTo(200);
    }

    @Test
    void nothingIsSentBeforeTheMailboxSaysYes() throws Exception {
        var token = RunningService.token("reader");
        var location = subscribe("reader@example.org", "immediate", token, "OCC3001");
        var confirmation = server.await("reader@example.org", 1).getFirst();
        announcer.submitted("OCC3001");
        await("what is announced before the answer")
                .until(() -> !service.get("/changes?reference=OCC3001")
                        .json()
                        .get("items")
                        .isEmpty());
        var link = link(text(confirmation), "/email/confirm");
        assertThat(service.get(link).raw().body()).contains("<form method=\"post\"");
        assertThat(service.get(location, token).json().get("status").asString())
                .as("looking at the link changes nothing")
                .isEqualTo("unconfirmed");
        assertThat(service.post(link.replaceAll("token=.{4}", "token=aaaa"), null, "")
                        .status())
                .isEqualTo(404);

        assertThat(service.post(link, null, "").status()).isEqualTo(200);

        assertThat(service.get(location, token).json().get("status").asString()).isEqualTo("active");
        announcer.approved("OCC3001");
        var mail = server.await("reader@example.org", 2).get(1);
        assertThat(mail.getSubject()).isEqualTo("Title of OCC3001 (OCC3001, version 1.0): approved");
        assertThat(text(mail))
                .contains("Version 1.0 (new) from 15 September 2026; K1 added, D1 added")
                .contains("http://localhost:8080/occupations/OCC3001/versions/1.0")
                .doesNotContain("<a ");
        assertThat(part(mail, 1))
                .contains("Version 1.0 (new) from 15 September 2026; K1 added, D1 added")
                .contains("<a href=\"http://localhost:8080/occupations/OCC3001/versions/1.0\"");
    }

    @Test
    void oneClickEndsIt() throws Exception {
        var token = RunningService.token("leaver");
        var location = subscribe("leaver@example.org", "immediate", token, "OCC3002");
        confirm("leaver@example.org");
        announcer.submitted("OCC3002");
        var mail = server.await("leaver@example.org", 2).get(1);
        assertThat(mail.getHeader("List-Unsubscribe-Post")[0]).isEqualTo("List-Unsubscribe=One-Click");
        var header = mail.getHeader("List-Unsubscribe")[0];
        var link = URI.create(header.substring(1, header.length() - 1));
        assertThat(service.get(link.getRawPath() + "?" + link.getRawQuery()).status())
                .isEqualTo(200);
        assertThat(service.get(location, token).status())
                .as("looking ends nothing")
                .isEqualTo(200);

        var answer = service.send(
                "POST",
                link.getRawPath() + "?" + link.getRawQuery(),
                null,
                "List-Unsubscribe=One-Click",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(service.get(location, token).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/plain;q=0.5"})
    void oneClickIsTakenFromWhateverPressesIt(String accept) throws Exception {
        var address = "clicker" + Math.abs(accept.hashCode()) + "@example.org";
        var location = subscribe(address, "immediate", RunningService.token(address), "OCC3008");
        confirm(address);
        announcer.submitted("OCC3008");
        var header = server.await(address, 2).get(1).getHeader("List-Unsubscribe")[0];
        var link = URI.create(header.substring(1, header.length() - 1));

        var answer = service.send(
                "POST",
                link.getRawPath() + "?" + link.getRawQuery(),
                null,
                "List-Unsubscribe=One-Click",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(service.get(location, RunningService.token(address)).status())
                .isEqualTo(404);
    }

    @Test
    void aDigestGathersWhatHappened() throws Exception {
        var token = RunningService.token("weekly");
        var location = subscribe("weekly@example.org", "weekly", token, "OCC3003", "OCC3004");
        confirm("weekly@example.org");
        announcer.submitted("OCC3003");
        announcer.approved("OCC3003");
        announcer.submitted("OCC3004");
        await().atMost(SOON)
                .until(() -> service.get(location + "/deliveries?state=pending", token)
                                .json()
                                .get("items")
                                .size()
                        == 3);
        // Those of different standards may come in any order: the first of the lane says when.
        var due = service.get(location + "/deliveries?state=pending", token)
                .json()
                .findValuesAsString("nextAttemptAt")
                .getFirst();
        assertThat(ZonedDateTime.parse(due)
                        .withZoneSameInstant(ZoneId.of("Europe/London"))
                        .getDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);
        assertThat(server.to("weekly@example.org")).hasSize(1);

        // A week goes by.
        service.jdbc()
                .sql("update lane set due_at = now() where due_at > now()")
                .update();
        service.bean(Dispatcher.class).wake();

        var mail = server.await("weekly@example.org", 2).get(1);
        assertThat(mail.getSubject()).isEqualTo("3 changes to 2 occupational standards");
        assertThat(text(mail)).containsSubsequence("(OCC3003)", "Submitted", "Approved", "(OCC3004)", "Submitted");
        assertThat(text(mail).split("\\(OCC3003\\)", -1))
                .as("one heading for each standard")
                .hasSize(2);
    }

    @Test
    void aDailyDigestIsDueAtSevenAndWhatDoesNotFitFollowsAtOnce() throws Exception {
        var token = RunningService.token("daily");
        var location = subscribe("daily@example.org", "daily", token, "OCC3006");
        confirm("daily@example.org");
        for (int i = 0; i < 600; i++) announcer.submitted("OCC3006");
        await().atMost(SOON).until(() -> pending(location) == 600);
        var due = service.jdbc()
                .sql("select due_at from lane where subscription = ? and lane = ''")
                .param(subscription(location))
                .query(OffsetDateTime.class)
                .single()
                .atZoneSameInstant(ZoneId.of("Europe/London"));
        assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(7, 0));
        assertThat(due).isBefore(ZonedDateTime.now(due.getZone()).plusDays(1).plusMinutes(1));

        // The morning comes.
        service.jdbc()
                .sql("update lane set due_at = now() where subscription = ? and lane = ''")
                .param(subscription(location))
                .update();
        service.bean(Dispatcher.class).wake();

        var mails = server.await("daily@example.org", 3);
        assertThat(mails.get(1).getSubject()).isEqualTo("500 changes to Title of OCC3006 (OCC3006)");
        assertThat(mails.get(2).getSubject()).isEqualTo("100 changes to Title of OCC3006 (OCC3006)");
        await().atMost(SOON).until(() -> pending(location) == 0);
        announcer.submitted("OCC3006");
        await().atMost(SOON).until(() -> pending(location) == 1);
        assertThat(server.to("daily@example.org"))
                .as("what comes later waits for the next morning")
                .hasSize(3);
    }

    private static int pending(String location) {
        return service.jdbc()
                .sql("select count(*) from delivery where subscription = ? and state = 'pending'")
                .param(subscription(location))
                .query(Integer.class)
                .single();
    }

    private static UUID subscription(String location) {
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    @Test
    void aMailThatIsSentTwiceSaysThatItIsTheSame() throws Exception {
        var location = subscribe("twice@example.org", "immediate", RunningService.token("twice"), "OCC3007");
        confirm("twice@example.org");
        announcer.submitted("OCC3007");
        server.await("twice@example.org", 2);
        await().atMost(SOON).until(() -> pending(location) == 0);

        // The server took the mail, and what was to be written down of it was lost.
        service.jdbc()
                .sql("update delivery set state = 'pending', finished_at = null where subscription = ? and lane = ''")
                .param(subscription(location))
                .update();
        service.jdbc()
                .sql("update lane set due_at = now() where subscription = ? and lane = ''")
                .param(subscription(location))
                .update();
        service.bean(Dispatcher.class).wake();
        var mails = server.await("twice@example.org", 3);

        assertThat(mails.get(2).getMessageID()).isEqualTo(mails.get(1).getMessageID());
        assertThat(mails.get(0).getMessageID()).isNotEqualTo(mails.get(1).getMessageID());
    }

    @Test
    void theOwnerHearsThatAnotherSubscriptionWasDisabled() throws Exception {
        var token = RunningService.token("owner-of-both");
        subscribe("owner@example.org", "weekly", token, "OCC9999");
        confirm("owner@example.org");
        try (var receiver = new Receiver()) {
            receiver.behave(Behaviour.answering(410));
            var webhook = service.post(
                    "/subscriptions",
                    token,
                    Map.of(
                            "channel", "webhook",
                            "url", receiver.url(),
                            "filter", Map.of("references", List.of("OCC3005"))));
            announcer.submitted("OCC3005");

            var mail = server.await("owner@example.org", 2).get(1);

            assertThat(mail.getSubject()).isEqualTo("A subscription of yours was disabled");
            var address = "http://localhost:8082/subscriptions/"
                    + webhook.json().get("id").asString();
            assertThat(text(mail))
                    .as("what to do, as the address needs a token")
                    .contains("curl -H \"Authorization: Bearer $TOKEN\" " + address + "/deliveries")
                    .contains("-X PATCH -d '{\"status\":\"active\"}' " + address);
            assertThat(part(mail, 1)).contains("-X PATCH").doesNotContain("href=\"" + address);
        }
    }

    @Test
    void theContactOfAWebhookIsAskedFirstAndHearsOfNothingElse() throws Exception {
        var token = RunningService.token("owner-of-one");
        try (var receiver = new Receiver()) {
            var request = Map.of(
                    "channel",
                    "webhook",
                    "url",
                    receiver.url(),
                    "contact",
                    "contact@example.org",
                    "filter",
                    Map.of("references", List.of("OCC3006")));
            var first = service.post("/subscriptions", token, request).header("Location");
            var id = first.replaceAll(".*/", "");
            var question = text(server.await("contact@example.org", 1).getFirst());
            assertThat(question).contains(id);
            assertThat(service.get(first, token).json().get("contactConfirmed").asBoolean())
                    .isFalse();
            receiver.behave(Behaviour.answering(410));
            announcer.submitted("OCC3006");
            await().atMost(SOON).until(() -> status(first, token).equals("disabled"));
            assertThat(service.send("PATCH", first, token, Map.of("status", "active"))
                            .status())
                    .isEqualTo(200);

            assertThat(service.post(link(question, "/email/confirm"), null, "").status())
                    .isEqualTo(200);

            assertThat(service.get(first, token).json().get("contactConfirmed").asBoolean())
                    .isTrue();
            var second = service.post("/subscriptions", token, request).header("Location");
            assertThat(service.get(second, token).json().get("contactConfirmed").asBoolean())
                    .as("it has said yes before")
                    .isTrue();
            announcer.submitted("OCC3006");
            await().atMost(SOON).until(() -> status(second, token).equals("disabled"));
            await().atMost(SOON)
                    .until(() -> server.to("contact@example.org").stream()
                            .map(MailServer::text)
                            .anyMatch(text ->
                                    text.contains(second.replaceAll(".*/", "")) && !text.contains("/email/confirm")));
            for (var mail : server.to("contact@example.org")
                    .subList(1, server.to("contact@example.org").size())) {
                assertThat(mail.getSubject()).isEqualTo("A subscription of yours was disabled");
            }
            assertThat(service.get("/subscriptions", token).json().get("total").asInt())
                    .as("the contact is none of the owner's subscriptions")
                    .isEqualTo(2);
        }
    }

    @Test
    void whoseContactTakesNoMailHearsOfItByWhatTheyCanRead() throws Exception {
        var token = RunningService.token("owner-of-a-deaf-contact");
        subscribe("hears@example.org", "weekly", token, "OCC9999");
        confirm("hears@example.org");
        var webhook = service.post(
                        "/subscriptions",
                        token,
                        Map.of("channel", "webhook", "url", "http://localhost:1/", "contact", "deaf@example.org"))
                .header("Location");
        var id = webhook.replaceAll(".*/", "");
        confirm("deaf@example.org");
        var contact = service.jdbc()
                .sql("select id, status_since from subscription where notices_for = ?::uuid")
                .param(id)
                .query((row, number) -> new SubscriptionFailed(
                        row.getObject("id", UUID.class), row.getObject("status_since", OffsetDateTime.class), "Full."))
                .single();

        service.context().publishEvent(contact);
        service.bean(Dispatcher.class).wake();

        var text = text(server.await("hears@example.org", 2).get(1));
        assertThat(text).contains(webhook).doesNotContain(contact.subscription().toString());
        assertThat(service.get(webhook + "/notices", token)
                        .json()
                        .get("items")
                        .get(0)
                        .get("kind")
                        .asString())
                .isEqualTo("contact-disabled");
        assertThat(service.get(webhook, token).json().get("contactConfirmed").asBoolean())
                .isFalse();
        assertThat(service.send("PATCH", webhook, token, Map.of("status", "active"))
                        .json()
                        .get("contactConfirmed")
                        .asBoolean())
                .as("as the letter says")
                .isTrue();
    }

    @Test
    void whatWasGivenUpIsSaidWithTheTimeOfTheLadder() throws Exception {
        var token = RunningService.token("owner-of-a-picky-receiver");
        subscribe("picky@example.org", "weekly", token, "OCC9999");
        confirm("picky@example.org");
        var webhook = service.subscribe("http://localhost:1/", Map.of("references", List.of("OCC9998")));
        service.jdbc()
                .sql("update subscription set owner = 'owner-of-a-picky-receiver' where id = ?")
                .param(webhook.id())
                .update();

        service.context().publishEvent(new DeliveryGivenUp(webhook.id(), "400"));
        service.bean(Dispatcher.class).wake();

        assertThat(text(server.await("picky@example.org", 2).get(1)))
                .contains(webhook.id() + " has refused a change for 37 hours, while");
    }

    private static String status(String location, String token) {
        return service.get(location, token).json().get("status").asString();
    }

    @Test
    void nobodysMailboxIsFilledWithQuestions() {
        var token = RunningService.token("pest");
        var request = Map.of("channel", "email", "email", "victim@example.org");
        var again = Map.of("channel", "email", "email", "Victim@Example.org");
        for (int i = 0; i < 3; i++) {
            var location = subscribe("victim@example.org", "immediate", token);
            assertThat(service.post("/subscriptions", token, again).status())
                    .as("while an answer is awaited")
                    .isEqualTo(409);
            assertThat(service.send("DELETE", location, token, null).status()).isEqualTo(204);
        }

        var refused = service.post("/subscriptions", token, request);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(service.post("/subscriptions", RunningService.token("accomplice"), again)
                        .status())
                .isEqualTo(429);
        assertThat(server.to("victim@example.org")).hasSizeLessThanOrEqualTo(3);

        // A day goes by.
        service.jdbc()
                .sql("update confirmation set asked_at = asked_at - interval '1 day'")
                .update();
        assertThat(service.post("/subscriptions", token, request).status()).isEqualTo(201);
    }

    @Test
    void whatIsNoMailboxIsRefused() {
        for (var address :
                List.of("x", "a@b@c", "a b@example.org", "a@example.org\nBcc: b@example.org", "@example.org")) {
            var answer = service.post(
                    "/subscriptions", RunningService.token("odd"), Map.of("channel", "email", "email", address));
            assertThat(answer.status()).as(address).isEqualTo(400);
        }
    }

    @Test
    void withoutAServerThePageShowsWhatWouldHaveBeenSent() {
        try (var example = RunningService.start("notifications.email.outbox-page=true")) {
            example.post(
                    "/subscriptions",
                    RunningService.token("visitor"),
                    Map.of("channel", "email", "email", "visitor@example.org"));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(example.get("/outbox").raw().body())
                            .contains("visitor@example.org")
                            .contains("Confirm your e-mail subscription"));
            var page = example.get("/outbox").raw().body();
            var matcher = Pattern.compile("/outbox/[0-9a-f-]{36}").matcher(page);
            assertThat(matcher.find()).isTrue();
            var mail = example.get(matcher.group()).raw().body();
            assertThat(mail).contains("<a href=\"http://localhost:8082/email/confirm?subscription=");
        }
        assertThat(service.get("/outbox").status())
                .as("only where it is switched on")
                .isEqualTo(404);
    }
}

package org.occupationalstandards.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.occupationalstandards.contracts.Topics;
import org.occupationalstandards.embedded.Ports;
import org.occupationalstandards.standards.eventsourcing.Following;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * People in the whole system: they hear what is theirs to do, what is kept for ever names none of them, and one who is erased leaves
 * everything readable that was done.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String MAILBOX = "somebody.of.the.group@mailbox.example";
    private static final Pattern ANY_MAILBOX = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[a-z]{2,}");

    /** What the standards service makes of its events to be read, without what says when it was made. */
    private static final Map<String, String> TABLES = Map.of(
            "worklist", "SELECT * FROM turn ORDER BY reference, place",
            "employer-register",
                    "SELECT * FROM registered_employer LEFT JOIN employer_spelling ON employer = id "
                            + "ORDER BY id, spelling",
            "group-list",
                    "SELECT * FROM employer_group g LEFT JOIN employer_membership m ON m.group_id = g.id "
                            + "LEFT JOIN group_person p ON p.group_id = g.id ORDER BY g.id, m.employer, p.person",
            "overlaps",
                    "SELECT reference, title, status, level, job_titles::text, sayings::text, words::text "
                            + "FROM standard_words ORDER BY reference");

    @TempDir
    static Path parent;

    private static DataFolder folder;
    private static WholeSystem system;
    private static Addresses addresses;
    private static Api api;
    private static String chair;

    @BeforeAll
    static void a_standard_has_lived() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        folder = DataFolder.open(parent.resolve("data"), false);
        var terminal = new Terminal(
                new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), Clock.systemUTC());
        addresses = new Addresses(Ports.freeInARow(Options.HTTP_PORTS), Ports.free());
        system = new WholeSystem(addresses, folder, terminal);
        system.start();
        api = new Api(addresses);
        chair = api.subject("chair");
        api.postAs(
                        "chair",
                        addresses.notifications() + "/subscriptions",
                        "application/json",
                        "{\"channel\": \"email\", \"email\": \"%s\"}".formatted(MAILBOX),
                        Map.of())
                .expecting(201);
        hearsOfWork("official");
        hearsOfWork("panel-1");
        new ExampleJourney(api, terminal).play();
        // Something that waits for somebody, done by the one who will be erased.
        var standard = addresses.standards() + "/standards/" + ExampleJourney.REFERENCE;
        api.postAs(
                        "chair",
                        standard + "/commands/request-change",
                        "application/json",
                        "{\"what\": \"Say duty 2 anew.\", \"reason\": \"It has changed.\"}",
                        Map.of("If-Match", "*"))
                .expecting(200);
        await().atMost(SOON).until(PeopleTest::everythingIsRead);
    }

    @AfterAll
    static void stop() {
        system.close();
        folder.close();
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
    }

    /** Asks for mail about their work and says yes to it, by what stands in the mail. */
    private static void hearsOfWork(String client) {
        api.postAs(
                        client,
                        addresses.notifications() + "/subscriptions",
                        "application/json",
                        "{\"channel\": \"email\", \"email\": \"%s@example.org\", \"about\": \"work\"}"
                                .formatted(client),
                        Map.of())
                .expecting(201);
        var mail = await().atMost(SOON).until(() -> mailTo(client), mails -> mails.size() == 1);
        var confirm = Pattern.compile("http\\S+/email/confirm\\S+").matcher(mail.getFirst());
        assertThat(confirm.find()).as(mail.getFirst()).isTrue();
        api.postAs(client, confirm.group(), "application/x-www-form-urlencoded", "", Map.of("Accept", "text/html"))
                .expecting(200);
    }

    private static List<String> mailTo(String client) {
        return database("notifications")
                .sql("SELECT text_body FROM sent_mail WHERE recipient = ? ORDER BY id")
                .param(client + "@example.org")
                .query(String.class)
                .list();
    }

    @Test
    @Order(1)
    void people_hear_what_has_become_theirs_to_do_and_what_they_are_told_of() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(String.join("\n", mailTo("official")))
                        .contains("- confirm that the proposal is ready")
                        .contains("The panel made its recommendation on the proposal.")
                        .contains("- decide on change request 1"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(String.join("\n", mailTo("panel-1")))
                        .contains("- recommend on the proposal")
                        .contains("- vote on the draft (0 of at least 3 have voted), by ")
                        .contains("The committee approved the draft as the next version"));
        assertThat(String.join("\n", mailTo("panel-1"))).doesNotContain("- decide");
    }

    @Test
    @Order(2)
    void no_event_announcement_or_message_holds_a_name_or_an_address() {
        var names = database("identity")
                .sql("SELECT display_name FROM person WHERE display_name LIKE '% %'")
                .query(String.class)
                .list();
        assertThat(names).contains("Chair of the example group", "Panel member 1", "Committee member 1");

        var kept = new LinkedHashMap<String, List<String>>();
        kept.put(
                "stored events",
                texts("SELECT convert_from(payload, 'UTF8') || ' ' || convert_from(meta_data, 'UTF8') "
                        + "FROM stored_event"));
        kept.put("snapshots", texts("SELECT convert_from(payload, 'UTF8') FROM state_snapshot"));
        kept.put("tellings", texts("SELECT told::text FROM telling"));
        kept.put("the outbox", texts("SELECT convert_from(data, 'UTF8') FROM outbox"));
        for (var topic : List.of(Topics.EVENTS, Topics.WORKFLOW, Topics.STATE)) {
            kept.put(topic, messages(topic));
        }

        assertThat(kept.get("stored events")).anyMatch(text -> text.contains(chair));
        assertThat(kept.get(Topics.WORKFLOW)).isNotEmpty();
        kept.forEach((where, texts) -> assertThat(texts).as(where).isNotNull().allSatisfy(text -> {
            assertThat(text).doesNotContainIgnoringCase(MAILBOX).doesNotContainPattern(ANY_MAILBOX);
            names.forEach(name -> assertThat(text).doesNotContainIgnoringCase(name));
        }));
    }

    @Test
    @Order(3)
    void an_erased_person_has_no_name_any_more_and_what_they_did_stays_readable() {
        var pages = Stream.of(
                        "/standards/OCC0218",
                        "/standards/OCC0218/history",
                        "/standards",
                        "/worklist",
                        "/groups/6f1c7b1e-0218-4a7e-9d52-3c1b6f0a0218",
                        "/groups/6f1c7b1e-0218-4a7e-9d52-3c1b6f0a0218/history")
                .toList();
        var before = pages.stream().map(PeopleTest::asOfficial).toList();
        assertThat(person()).isEqualTo("Chair of the example group");

        api.postAs("official", addresses.identity() + "/people/" + chair + "/erase", "application/json", "", Map.of())
                .expecting(200);

        assertThat(person()).isEqualTo("erased person");
        assertThat(pages.stream().map(PeopleTest::asOfficial)).isEqualTo(before);
        assertThat(asOfficial("/standards/OCC0218/history")
                        .get("events")
                        .valueStream()
                        .filter(event -> event.get("by").asString().equals(chair))
                        .map(event -> event.get("type").asString()))
                .contains("standard-proposed", "submitted-for-approval", "change-requested");
        assertThat(texts("SELECT display_name FROM identity.person WHERE display_name LIKE 'Chair of the example%'"))
                .isEmpty();
    }

    @Test
    @Order(4)
    void the_write_sides_tables_are_made_again_as_they_were() {
        var before = tables();
        assertThat(before.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());

        for (var table : TABLES.keySet()) {
            api.postAs(
                            "official",
                            addresses.standards() + "/operations/registers/" + table + "/rebuild",
                            "application/json",
                            "",
                            Map.of())
                    .expecting(202);
        }

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(tables()).usingRecursiveComparison().isEqualTo(before));
    }

    @Test
    @Order(5)
    void the_catalogue_is_made_again_from_the_first_message_as_it_was() {
        var before = catalogue();
        var rebuild = addresses.catalogue() + "/operations/rebuild";

        api.postAs("official", rebuild + "?afresh=true", "application/json", "", Map.of())
                .expecting(202);

        await().atMost(SOON)
                .until(() -> api.getAs("official", rebuild)
                        .json()
                        .get("state")
                        .asString()
                        .equals("done"));
        assertThat(catalogue()).isEqualTo(before);
    }

    private static boolean everythingIsRead() {
        var following = system.context("standards").getBean(Following.class);
        return following.names().stream()
                        .allMatch(name -> following.behind(name).orElse(1) == 0)
                && api.get(addresses.catalogue() + "/occupations/OCC0218")
                                .json()
                                .path("sequence")
                                .asLong()
                        == texts(
                                        "SELECT max(sequence)::text FROM outbox WHERE channel = 'EVENTS' AND reference = 'OCC0218'")
                                .stream()
                                .mapToLong(Long::parseLong)
                                .sum();
    }

    private static Map<String, List<Map<String, Object>>> tables() {
        var tables = new LinkedHashMap<String, List<Map<String, Object>>>();
        TABLES.forEach((name, sql) -> tables.put(
                name,
                database("standards").sql(sql).query().listOfRows().stream()
                        .map(PeopleTest::comparable)
                        .toList()));
        return tables;
    }

    private static Map<String, Object> comparable(Map<String, Object> row) {
        var comparable = new LinkedHashMap<String, Object>();
        row.forEach((column, value) -> comparable.put(column, String.valueOf(value)));
        return comparable;
    }

    private static List<JsonNode> catalogue() {
        return Stream.of(
                        "/occupations/OCC0218",
                        "/occupations/OCC0218/versions",
                        "/occupations/OCC0218/versions/1.0",
                        "/occupations/OCC0218/consultation",
                        "/occupations",
                        "/map")
                .map(path ->
                        api.get(addresses.catalogue() + path).expecting(200).json())
                .toList();
    }

    private static JsonNode asOfficial(String path) {
        return api.getAs("official", addresses.standards() + path)
                .expecting(200)
                .json();
    }

    private static String person() {
        return api.getAs("official", addresses.identity() + "/people/" + chair)
                .expecting(200)
                .json()
                .get("name")
                .asString();
    }

    private static JdbcClient database(String service) {
        return system.context(service).getBean(JdbcClient.class);
    }

    private static List<String> texts(String sql) {
        return database("standards").sql(sql).query(String.class).list();
    }

    private static List<String> messages(String topic) {
        var found = new ArrayList<String>();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.kafka(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        try (var consumer = new KafkaConsumer<String, String>(settings)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var message : consumer.poll(Duration.ofSeconds(1))) {
                    var headers = new StringBuilder();
                    message.headers()
                            .forEach(header -> headers.append(new String(header.value(), StandardCharsets.UTF_8))
                                    .append(' '));
                    found.add(message.key() + " " + headers + message.value());
                }
            }
        }
        return found;
    }
}

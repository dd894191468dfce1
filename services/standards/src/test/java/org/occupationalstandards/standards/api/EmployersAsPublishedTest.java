package org.occupationalstandards.standards.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.importing.DataFiles;
import org.occupationalstandards.standards.lifecycle.EmployerName;
import org.occupationalstandards.standards.running.Client;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.access.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real lists of employers, with the duplicates and spellings in which they were published, and the register. The lists of some
 * standards; with {@code -Demployers.of=1000} those of all.
 */
class EmployersAsPublishedTest {

    /** Employers that are looked for under each of their spellings. */
    private static final int ASKED_FOR = 200;

    private static final int STANDARDS = Integer.getInteger("employers.of", 40);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void every_spelling_of_one_employer_leads_to_its_one_entry() {
        var names = published();
        try (var issuer = TestIssuer.start();
                var service = RunningStandards.start(issuer)) {
            var official = service.client().official();
            Map<String, String> entries = new HashMap<>();
            for (var name : names) {
                var key = EmployerName.key(name);
                var answer = official.post(
                        "/employers", JsonMapper.shared().writeValueAsString(Map.of("name", name, "size", "large")));
                switch (answer.status()) {
                    case 201 ->
                        assertThat(entries.put(
                                        key, answer.json().path("reference").asString()))
                                .as("a second entry for " + name)
                                .isNull();
                    case 409 -> offered(name, entries.get(key), answer.json());
                    default -> assertRefusedForItsForm(name, answer);
                }
            }
            assertThat(entries.size()).isGreaterThan(names.size() / 2).isLessThan(names.size());
            await().atMost(PATIENCE)
                    .until(() -> official.get("/employers?size=1")
                                    .json()
                                    .path("total")
                                    .asInt()
                            == entries.size());
            var several = spellings(names, entries);
            assertThat(several.size()).as("employers of several spellings").isGreaterThan(5);
            several.entrySet().stream()
                    .limit(ASKED_FOR)
                    .forEach(each -> each.getValue().forEach(spelling -> {
                        var found = official.get(
                                        "/employers?name=" + URLEncoder.encode(spelling, StandardCharsets.UTF_8))
                                .json()
                                .at("/items/0");
                        assertThat(found.path("id").asString()).as(spelling).isEqualTo(each.getKey());
                        assertThat(found.path("because").asString())
                                .as(spelling)
                                .isNotBlank();
                    }));
        }
    }

    /** As that entry where it has one; else as one of a name much like it. */
    private static void offered(String name, @org.jspecify.annotations.Nullable String entry, JsonNode refusal) {
        assertThat(refusal.path("type").asString()).endsWith(":employer-known");
        var candidates = refusal.path("candidates")
                .valueStream()
                .map(candidate -> candidate.path("id").asString())
                .toList();
        assertThat(candidates).as(name).isNotEmpty();
        if (entry != null) {
            assertThat(candidates).as(name).contains(entry);
        }
    }

    /** Some rows hold a whole list in one. */
    private static void assertRefusedForItsForm(String name, Client.Answer answer) {
        assertThat(answer.status()).as(name + answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString())
                .as(answer.text())
                .isEqualTo("/name");
    }

    private static Map<String, List<String>> spellings(Set<String> names, Map<String, String> entries) {
        var spellings = names.stream()
                .filter(name -> entries.containsKey(EmployerName.key(name)))
                .collect(Collectors.groupingBy(name -> entries.get(EmployerName.key(name))));
        spellings.values().removeIf(each -> each.size() < 2);
        return spellings;
    }

    private static Set<String> published() {
        return JsonMapper.shared()
                .readTree(DataFiles.text(DataFiles.shared("employers.json")))
                .path("standards")
                .valueStream()
                .limit(STANDARDS)
                .flatMap(standard -> standard.path("employers").valueStream())
                .map(JsonNode::asString)
                .filter(name -> !name.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

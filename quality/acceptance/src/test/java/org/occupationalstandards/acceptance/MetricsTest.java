package org.occupationalstandards.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A metric that an alarm is set on has to be there: Prometheus does not complain about one that is not. */
class MetricsTest {

    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Pattern NAME = Pattern.compile("\\b(?:standards|intake|notifications)_[a-z_]+\\b");
    private static final Pattern WATCHED = Pattern.compile("^\\| (`[a-z_`, ]+)", Pattern.MULTILINE);

    @Test
    void every_metric_of_the_guide_and_of_the_alert_rules_exists() throws Exception {
        var rules = names(Files.readString(DOCS.resolve("alerts.yml")));
        var guide = names(WATCHED.matcher(Files.readString(DOCS.resolve("operating.md")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n")));
        assertThat(rules).hasSizeGreaterThan(10);
        assertThat(guide).containsAll(rules);
        assertThat(existing()).containsAll(guide);
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> existing() throws IOException, InterruptedException {
        var system = Systems.running();
        var all = new TreeSet<String>();
        for (var address : Set.of(
                system.standards("/actuator/prometheus"),
                system.catalogue("/actuator/prometheus"),
                system.notifications("/actuator/prometheus"))) {
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            answer.body()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("[{ ]")[0])
                    .forEach(all::add);
        }
        return all;
    }
}

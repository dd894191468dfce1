package org.occupationalstandards.standalone;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The occupations of fact: a list that an official imports. Imported again, it changes nothing. */
final class ExampleOccupations {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Api api;
    private final Terminal terminal;

    ExampleOccupations(Api api, Terminal terminal) {
        this.api = api;
        this.terminal = terminal;
    }

    void importAll() {
        var accepted = api.postAs("official", api.addresses().standards() + "/imports", "text/csv", csv(), Map.of())
                .expecting(202);
        var progress = api.addresses().standards() + accepted.header("Location").replaceFirst("^https?://[^/]+", "");
        var result = Waiting.until(
                        LONGEST,
                        () -> api.getAs("official", progress).expecting(200).json(),
                        json -> json.get("state").asString().equals("done"))
                .orElseThrow(() -> new ExampleFailed("the import of the occupations takes too long"));
        terminal.step("%d occupations of fact are on the map."
                .formatted(result.get("accepted").asInt()));
        for (var refused : result.get("refused")) {
            terminal.step("Refused: %s. %s".formatted(refused.get("record").asString(), reasons(refused)));
        }
    }

    /** The worked example comes to its place by a journey of its own, so its row is left out. */
    private static String csv() {
        return Resources.text("occupations.csv")
                .lines()
                .filter(row -> !row.startsWith(ExampleJourney.REFERENCE + ","))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String reasons(JsonNode refused) {
        return StreamSupport.stream(refused.get("problems").spliterator(), false)
                .map(problem -> problem.isString()
                        ? problem.asString()
                        : problem.get("message").asString())
                .collect(Collectors.joining(" "));
    }
}

package org.occupationalstandards.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** One standard on its way, moved by the example clients through the API. Each step fails the test when it is refused. */
final class Walk {

    private final Running system;
    private final String reference;

    private Walk(Running system, String reference) {
        this.system = system;
        this.reference = reference;
    }

    /** A standard that is new on the map as potential. */
    static Walk proposedBy(String client, Running system, String title) {
        Answer answer = system.post(
                        client,
                        system.standards("/standards"),
                        "{\"title\": \"%s %s\", \"level\": 3, \"route\": 1}".formatted(title, UUID.randomUUID()))
                .expecting(201);
        return new Walk(system, answer.header("Location").replaceAll(".*/", ""));
    }

    String reference() {
        return reference;
    }

    Answer gives(String client, String command, String body) {
        return system.command(client, reference, command, body).expecting(200);
    }

    /** Gives a command that must be refused with that status. */
    JsonNode isRefused(int status, String client, String command, String body) {
        return system.command(client, reference, command, body)
                .expecting(status)
                .json();
    }

    /** What everybody sees who is signed in. */
    JsonNode now() {
        return system.getAs("official", system.standards("/standards/" + reference))
                .expecting(200)
                .json();
    }

    String stage() {
        return now().get("stage").asString();
    }

    String status() {
        return now().get("status").asString();
    }

    String version() {
        return now().get("version").asString();
    }

    Walk proposalSubmitted() {
        gives("chair", "submit-proposal", proposal(10, 2));
        return this;
    }

    Walk proposalBeforeCommittee() {
        proposalSubmitted();
        gives("official", "confirm-readiness", "{}");
        gives("panel-4", "recommend-proposal", "{\"agree\": true}");
        return this;
    }

    Walk inDevelopment() {
        proposalBeforeCommittee();
        gives("committee", "accept-proposal", "{}");
        return this;
    }

    void draft(String document) {
        String address = system.standards("/standards/" + reference);
        long sequence = system.getAs("chair", address).expecting(200).sequence();
        system.sendAs("chair", "PUT", address + "/draft", "application/json", document, sequence)
                .expecting(200);
    }

    Walk readyToSubmit() {
        draft(resource("draft.json"));
        gives("chair", "open-consultation", "{}");
        gives("official", "close-consultation", "{\"reason\": \"Nobody had a comment.\"}");
        return this;
    }

    Walk submitted() {
        inDevelopment().readyToSubmit().gives("chair", "submit", "{}");
        return this;
    }

    Walk balloted() {
        for (String member : List.of("panel-1", "panel-2", "panel-3")) {
            gives(member, "cast-vote", "{\"choice\": \"yes\"}");
        }
        return this;
    }

    Walk approved() {
        submitted().balloted().gives("committee-2", "approve", "{}");
        return this;
    }

    static String proposal(int employers, int small) {
        String list = String.join(
                ", ",
                IntStream.rangeClosed(1, employers)
                        .mapToObj(number -> "{\"name\": \"Apiary %d\", \"size\": \"%s\"}"
                                .formatted(number, number <= small ? "small" : "large"))
                        .toList());
        return """
                {"employers": [%s], "duties": ["Inspect hives.", "Harvest honey."], "expectedDurationMonths": 18,
                 "expectedLevel": 3, "offTheJobPercent": 20,
                 "transferability": "The job is the same with every producer.",
                 "fit": "No other standard covers the keeping of bees."}""".formatted(list);
    }

    static String resource(String name) {
        try (InputStream stream = Walk.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package org.occupationalstandards.standalone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The life of one standard from its proposal to version 1.0, one command after the other, each by whoever gives it in real
 * life. What comes next is read from where the standard stands, so a journey that was cut short goes on from there.
 */
final class ExampleJourney {

    static final String REFERENCE = "OCC0218";

    /** As many as the quorum. */
    private static final List<String> VOTERS = List.of("panel-1", "panel-2", "panel-3");

    private final Api api;
    private final Terminal terminal;
    private final String standard;
    private final JsonNode proposal = Resources.json("OCC0218-proposal.json");

    ExampleJourney(Api api, Terminal terminal) {
        this.api = api;
        this.terminal = terminal;
        this.standard = api.addresses().standards() + "/standards/" + REFERENCE;
    }

    /** One thing that somebody does with the standard as it is. */
    private record Step(String client, String command, String says, String body) {}

    /** Plays it to its end, and returns whether there was anything left to play. */
    boolean play() {
        boolean played = propose();
        for (var step = next(); step.isPresent(); step = next()) {
            perform(step.get());
            played = true;
        }
        return played;
    }

    private boolean propose() {
        if (api.getAs("official", standard).expecting(200, 404).status() == 200) {
            return false;
        }
        new ExampleGroup(api, terminal, proposal.at("/submitProposal/employers")).form();
        var body = ((ObjectNode) proposal.get("propose").deepCopy()).put("reference", REFERENCE);
        api.postAs(
                        "chair",
                        api.addresses().standards() + "/standards",
                        "application/json",
                        body.toString(),
                        Map.of("Idempotency-Key", "example-propose-" + REFERENCE))
                .expecting(201);
        terminal.step("%s  The chair of the group proposes it. Told: the officials, everybody who follows the standard."
                .formatted(REFERENCE));
        return true;
    }

    private Optional<Step> next() {
        var view = api.getAs("official", standard).expecting(200).json();
        return switch (view.get("stage").asString()) {
            case "potential" ->
                step("chair", "submit-proposal", "The chair submits the proposal", proposal.get("submitProposal"));
            case "proposed" -> towardsAcceptance(view.get("proposal"));
            case "in-development" -> towardsSubmission(view);
            case "in-consultation" ->
                step(
                        "official",
                        "close-consultation",
                        "An official closes the consultation early",
                        body("reason", "Example: nobody had a comment."));
            case "submitted" -> towardsApproval(view.get("approval"));
            case "approved" -> towardsDelivery(view.get("products"));
            // Taken elsewhere by somebody who is trying things out.
            default -> Optional.empty();
        };
    }

    private Optional<Step> towardsDelivery(JsonNode products) {
        var apprenticeship = proposal.get("addProduct");
        if (products.isEmpty()) {
            return step("official", "add-product", "An official adds its apprenticeship", apprenticeship);
        }
        var first = products.get(0);
        return first.get("status").asString().equals("in-development")
                ? step(
                        "official",
                        "approve-product",
                        "An official approves the apprenticeship for delivery",
                        body("code", first.get("code").asString()))
                : Optional.empty();
    }

    private static Optional<Step> towardsAcceptance(JsonNode proposal) {
        if (!proposal.get("ready").asBoolean()) {
            return step("official", "confirm-readiness", "An official confirms that the proposal is ready", body());
        }
        if (!proposal.hasNonNull("recommended")) {
            return step(
                    "panel-4",
                    "recommend-proposal",
                    "A member of the route panel recommends it",
                    body().put("agree", true));
        }
        return step("committee", "accept-proposal", "The committee accepts it: the standard can be developed", body());
    }

    private static Optional<Step> towardsSubmission(JsonNode view) {
        if (!view.get("missing").isEmpty()) {
            return Optional.of(new Step(
                    "chair",
                    "draft",
                    "The chair saves the draft",
                    ExampleDraft.document().toString()));
        }
        return view.get("consultation").get("done").asBoolean()
                ? step("chair", "submit", "The chair submits the finished draft for approval", body())
                : step("chair", "open-consultation", "The chair opens the consultation", body());
    }

    private Optional<Step> towardsApproval(JsonNode approval) {
        var voted = StreamSupport.stream(approval.get("votes").spliterator(), false)
                .map(vote -> vote.get("member").asString())
                .collect(Collectors.toSet());
        var revision = approval.get("revision").asInt();
        for (var voter : VOTERS) {
            if (!voted.contains(api.subject(voter))) {
                return step(
                        voter,
                        "cast-vote",
                        "A panel member votes for it (%d of %d)".formatted(voted.size() + 1, VOTERS.size()),
                        body("choice", "yes").put("revision", revision));
            }
        }
        return step("committee", "approve", "The committee approves it as version 1.0", body());
    }

    private void perform(Step step) {
        var answer = api.getAs(step.client(), standard).expecting(200);
        var view = answer.json();
        var headers = Map.of(
                "If-Match",
                answer.header("ETag"),
                "Idempotency-Key",
                "example-%s-%s-%d"
                        .formatted(
                                step.command(), REFERENCE, view.get("sequence").asLong()));
        var action = action(view, step.command().equals("draft") ? "change-draft" : step.command());
        var outcome = step.command().equals("draft")
                ? api.putAs(step.client(), standard + "/draft", step.body(), headers)
                : api.postAs(
                        step.client(),
                        standard + "/commands/" + step.command(),
                        "application/json",
                        step.body(),
                        headers);
        outcome.expecting(200);
        terminal.step("%s  %s. Told: %s.".formatted(REFERENCE, step.says(), told(action)));
    }

    /** What the service says of a command before it is given: anybody can read it before they confirm. */
    private static JsonNode action(JsonNode view, String name) {
        return StreamSupport.stream(view.get("actions").spliterator(), false)
                .filter(action -> action.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new ExampleFailed("nothing is known of " + name));
    }

    private static String told(JsonNode action) {
        return StreamSupport.stream(action.get("told").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
    }

    private static Optional<Step> step(String client, String command, String says, JsonNode body) {
        return Optional.of(new Step(client, command, says, body.toString()));
    }

    private static ObjectNode body() {
        return Api.JSON.createObjectNode();
    }

    private static ObjectNode body(String field, String value) {
        return body().put(field, value);
    }
}

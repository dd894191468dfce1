package org.occupationalstandards.standards.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.occupationalstandards.standards.running.Client.Answer;

/** Takes a standard through its stages over HTTP; each step takes it through those before. */
public final class Journey {

    public static final String DRAFT = """
            {"title": "Stonemason", "overview": "Works in stone.", "summary": "Cuts, carves and fixes stone.",
             "employers": ["Stone and Sons"], "typicalJobTitles": ["Banker mason"], "keywords": ["Stone"],
             "knowledge": [{"text": "Kinds of stone"}], "skills": [{"text": "Cut stone to a template"}],
             "behaviours": [{"text": "Takes care"}], "duties": [{"text": "Cuts stone", "ksbs": ["K1", "S1", "B1"]}]}""";

    private final Client client;

    public Journey(RunningStandards service) {
        this.client = service.client();
    }

    /** Potential, spotted by an official. */
    public String propose(String reference) {
        done(client.official().post("/standards", """
                {"reference": "%s", "title": "Stonemason", "level": 3, "route": 8}""".formatted(reference)), 201);
        return reference;
    }

    /** With a proposal of the chair's group. */
    public String submitProposal(String reference) {
        propose(reference);
        var employers = IntStream.range(0, 12)
                .mapToObj(i -> "{\"name\": \"Employer %d\", \"size\": \"%s\"}".formatted(i, i < 3 ? "small" : "large"))
                .collect(Collectors.joining(", "));
        return command(client.chair(), reference, "submit-proposal", """
                {"employers": [%s], "duties": ["Builds.", "Repairs."], "expectedDurationMonths": 18, "expectedLevel": 3,
                 "offTheJobPercent": 20, "transferability": "Every region needs it.", "fit": "No other covers it."}""".formatted(employers));
    }

    /** In development: recommended by panel-5, accepted by the committee. */
    public String develop(String reference) {
        submitProposal(reference);
        command(client.official(), reference, "confirm-readiness", "{}");
        command(client.panel(5), reference, "recommend-proposal", "{\"agree\": true, \"reason\": \"Needed.\"}");
        return command(client.committee(), reference, "accept-proposal", "{}");
    }

    /** With a complete draft. */
    public String draft(String reference) {
        develop(reference);
        done(client.chair().put("/standards/" + reference + "/draft", DRAFT, "If-Match", "*"), 200);
        return reference;
    }

    /** Submitted for approval. */
    public String submit(String reference) {
        draft(reference);
        command(client.chair(), reference, "open-consultation", "{}");
        command(client.official(), reference, "close-consultation", "{\"reason\": \"Nobody has anything to say.\"}");
        return command(client.chair(), reference, "submit", "{}");
    }

    /** One step of one's own. */
    public String command(Client by, String reference, String command, String body) {
        done(by.command(reference, command, body), 200);
        return reference;
    }

    private static void done(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }
}

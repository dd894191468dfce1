package org.occupationalstandards.standalone;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Forms the employer group that proposes the example: its employers are entered in the register and taken in, its people act for
 * them. What is there already is left alone, so one that was cut short goes on.
 */
final class ExampleGroup {

    /** The group that the example's chair and member have in their tokens. */
    private static final String ID = "6f1c7b1e-0218-4a7e-9d52-3c1b6f0a0218";

    private static final String NAME = "Healthcare science employers";

    private final Api api;
    private final Terminal terminal;
    private final JsonNode employers;
    private final String group;

    /** @param employers name and size of each */
    ExampleGroup(Api api, Terminal terminal, JsonNode employers) {
        this.api = api;
        this.terminal = terminal;
        this.employers = employers;
        this.group = api.addresses().standards() + "/groups/" + ID;
    }

    void form() {
        if (api.getAs("official", group).expecting(200, 404).status() == 404) {
            api.postAs(
                            "official",
                            api.addresses().standards() + "/groups",
                            "application/json",
                            body().put("group", ID).put("name", NAME).toString(),
                            Map.of("Idempotency-Key", "example-group"))
                    .expecting(201);
            terminal.step("Group    An official forms the employer group “%s”.".formatted(NAME));
        }
        var ids = employers.valueStream().map(this::registered).toList();
        admit(ids);
        people(ids);
    }

    /** The id of an employer in the register, which offers the entry that there is rather than take a second one. */
    private String registered(JsonNode employer) {
        var answer = register((ObjectNode) employer).expecting(201, 409);
        if (answer.status() == 201) {
            return answer.json().get("reference").asString();
        }
        var best = answer.json().at("/candidates/0");
        return best.get("match").asString().equals("same-name")
                ? best.get("id").asString()
                : register(((ObjectNode) employer.deepCopy()).put("different", true))
                        .expecting(201)
                        .json()
                        .get("reference")
                        .asString();
    }

    private Api.Answer register(ObjectNode employer) {
        return api.postAs(
                "chair",
                api.addresses().standards() + "/employers",
                "application/json",
                employer.toString(),
                Map.of("Idempotency-Key", "example-employer-" + Integer.toHexString(employer.hashCode())));
    }

    private void admit(List<String> ids) {
        var missing = new LinkedHashSet<>(ids);
        missing.removeAll(view().get("employers")
                .valueStream()
                .map(employer -> employer.get("id").asString())
                .collect(Collectors.toSet()));
        missing.forEach(id -> command("official", "admit-employer", body().put("employer", id)));
        if (!missing.isEmpty()) {
            var all = view().get("employers");
            long small = all.valueStream()
                    .filter(employer -> employer.get("size").asString().equals("small"))
                    .count();
            terminal.step("Group    %d employers join it, %d of them small.".formatted(all.size(), small));
        }
    }

    private void people(List<String> ids) {
        var steps = new ArrayList<Runnable>();
        Set<String> known = view().get("people")
                .valueStream()
                .map(person -> person.get("id").asString())
                .collect(Collectors.toSet());
        var people = List.of(api.subject("chair"), api.subject("member"));
        for (int i = 0; i < people.size(); i++) {
            var person = body().put("person", people.get(i)).put("employer", ids.get(i));
            if (!known.contains(people.get(i))) {
                steps.add(() -> command("official", "admit-person", person));
            }
        }
        if (!view().path("chair").asString("").equals(people.getFirst())) {
            steps.add(() -> command("official", "appoint-chair", body().put("person", people.getFirst())));
        }
        steps.forEach(Runnable::run);
        if (!steps.isEmpty()) {
            terminal.step("Group    Two people act for its employers; an official appoints the chair.");
        }
    }

    private JsonNode view() {
        return api.getAs("official", group).expecting(200).json();
    }

    private void command(String client, String command, ObjectNode body) {
        var now = api.getAs(client, group).expecting(200);
        api.postAs(
                        client,
                        group + "/commands/" + command,
                        "application/json",
                        body.toString(),
                        Map.of("If-Match", now.header("ETag")))
                .expecting(200);
    }

    private static ObjectNode body() {
        return Api.JSON.createObjectNode();
    }
}

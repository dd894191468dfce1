package org.occupationalstandards.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DifferenceTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID NEW = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final ObjectNode example =
            (ObjectNode) Published.read(Published.EXAMPLES.resolve(CloudEventNames.STATE_TYPE + ".json"));

    private List<Change> changes(Consumer<ObjectNode> change) {
        Occupation before = JSON.treeToValue(example, Occupation.class);
        ObjectNode after = example.deepCopy();
        change.accept(after);
        return Difference.between(before, JSON.treeToValue(after, Occupation.class));
    }

    private UUID id(String pointer) {
        return UUID.fromString(example.at(pointer).asString());
    }

    private static ObjectNode statement(UUID id, String label, String text) {
        return JSON.createObjectNode()
                .put("id", id.toString())
                .put("label", label)
                .put("text", text);
    }

    @Test
    void theSameIsTheSame() {
        assertThat(changes(after -> {})).isEmpty();
    }

    @Test
    void anInsertedStatementMovesTheOthersAndRewordsNone() {
        String first = example.at("/knowledge/0/text").asString();

        var changes = changes(after -> {
            ArrayNode knowledge = (ArrayNode) after.get("knowledge");
            for (int i = 0; i < knowledge.size(); i++) ((ObjectNode) knowledge.get(i)).put("label", "K" + (i + 2));
            knowledge.insert(0, statement(NEW, "K1", "Something new."));
        });

        assertThat(changes.getFirst())
                .isEqualTo(new Change(
                        ChangeKind.ADDED, ChangePart.KNOWLEDGE, NEW, null, null, "K1", null, "Something new."));
        assertThat(changes.get(1))
                .isEqualTo(new Change(
                        ChangeKind.MOVED, ChangePart.KNOWLEDGE, id("/knowledge/0/id"), null, "K1", "K2", first, first));
        assertThat(changes.stream().skip(1)).allMatch(each -> each.kind() == ChangeKind.MOVED);
    }

    @Test
    void aStatementThatIsGoneIsRemovedEvenWhenAnotherTakesItsLabel() {
        String text = example.at("/knowledge/0/text").asString();

        var changes =
                changes(after -> after.set("knowledge", JSON.createArrayNode().add(statement(NEW, "K1", text))));

        assertThat(changes)
                .filteredOn(each -> each.part() == ChangePart.KNOWLEDGE)
                .extracting(Change::kind)
                .startsWith(ChangeKind.ADDED, ChangeKind.REMOVED);
    }

    @Test
    void linksOfADutyAreToldByLabel() {
        var changes = changes(after -> ((ObjectNode) after.at("/duties/0")).set("ksbs", JSON.createArrayNode()));

        assertThat(changes).isNotEmpty().allSatisfy(each -> {
            assertThat(each.kind()).isEqualTo(ChangeKind.UNMAPPED);
            assertThat(each.part()).isEqualTo(ChangePart.DUTY);
            assertThat(each.id()).isEqualTo(id("/duties/0/id"));
            assertThat(each.before()).matches("[KSB]\\d+");
        });
    }

    @Test
    void factsAndListsAreToldByField() {
        var changes = changes(after -> {
            after.put("medianSalary", 1);
            ((ArrayNode) after.get("typicalJobTitles")).removeAll().add("Only this");
        });

        assertThat(changes)
                .anySatisfy(each -> {
                    assertThat(each.field()).isEqualTo("medianSalary");
                    assertThat(each.after()).isEqualTo("1");
                })
                .anySatisfy(each -> {
                    assertThat(each.kind()).isEqualTo(ChangeKind.ADDED);
                    assertThat(each.field()).isEqualTo("typicalJobTitles");
                    assertThat(each.after()).isEqualTo("Only this");
                });
    }

    @Test
    void aProductIsToldByItsCodeAndByField() {
        var changes = changes(after -> {
            ((ObjectNode) after.at("/products/0"))
                    .put("status", "starts-paused")
                    .put("maximumFunding", 9000);
            ((ArrayNode) after.get("products"))
                    .add(((ObjectNode) after.at("/products/0")).deepCopy().put("code", "FA0218"));
        });

        assertThat(changes)
                .containsExactly(
                        product(
                                ChangeKind.CHANGED,
                                "status",
                                "ST0218",
                                "ST0218",
                                "approved-for-delivery",
                                "starts-paused"),
                        product(ChangeKind.CHANGED, "maximumFunding", "ST0218", "ST0218", "8000", "9000"),
                        product(ChangeKind.ADDED, null, null, "FA0218", null, "starts-paused"));
        assertThat(changes(after -> ((ArrayNode) after.get("products")).removeAll()))
                .containsExactly(product(ChangeKind.REMOVED, null, "ST0218", null, "approved-for-delivery", null));
    }

    @Test
    void aLinkIsToldByItsReferenceAndKind() {
        var changes = changes(after -> ((ObjectNode) after.at("/progression/0")).put("kind", "technical-education"));

        assertThat(changes)
                .containsExactly(
                        new Change(
                                ChangeKind.REMOVED,
                                ChangePart.PROGRESSION,
                                null,
                                "OCC0219",
                                null,
                                null,
                                "occupational",
                                null),
                        new Change(
                                ChangeKind.ADDED,
                                ChangePart.PROGRESSION,
                                null,
                                "OCC0219",
                                null,
                                null,
                                null,
                                "technical-education"));
    }

    @Test
    void versionDatesAndReplacementAreToldOfOneOccupationButNotOfTwoVersions() {
        ObjectNode later = example.deepCopy()
                .put("version", "1.1")
                .put("approvedOn", "2027-01-04")
                .put("effectiveFrom", "2027-01-05")
                .put("effectiveTo", "2028-01-05")
                .put("proposalApprovedOn", "2026-03-03")
                .put("createdOn", "2026-01-13")
                .put("replacedBy", "OCC0219");
        Occupation before = JSON.treeToValue(example, Occupation.class);
        Occupation after = JSON.treeToValue(later, Occupation.class);

        assertThat(Difference.between(before, after))
                .extracting(Change::field)
                .containsExactly(
                        "version",
                        "replacedBy",
                        "createdOn",
                        "proposalApprovedOn",
                        "approvedOn",
                        "effectiveFrom",
                        "effectiveTo");
        assertThat(Difference.betweenVersions(before, after)).isEmpty();
    }

    /** So that a component that is added one day is either told or left out on purpose. */
    @Test
    void everyComponentOfAnOccupationIsComparedButThoseThatOthersTell() {
        Set<String> told = new HashSet<>();
        for (RecordComponent component : Occupation.class.getRecordComponents()) {
            ObjectNode after = example.deepCopy();
            after.set(component.getName(), another(component.getName(), example.get(component.getName())));
            if (!Difference.between(
                            JSON.treeToValue(example, Occupation.class), JSON.treeToValue(after, Occupation.class))
                    .isEmpty()) {
                told.add(component.getName());
            }
        }
        Set<String> all = Arrays.stream(Occupation.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        all.removeAll(told);
        assertThat(all)
                .containsExactlyInAnyOrder(
                        "reference", "status", "withoutApprenticeship", "lastChanged", "sequence", "upcoming");
    }

    private static JsonNode another(String name, JsonNode value) {
        return switch (name) {
            case "status" -> JSON.getNodeFactory().stringNode("retired");
            case "version" -> JSON.getNodeFactory().stringNode("7.7");
            case "tier" -> JSON.getNodeFactory().stringNode("professional");
            case "green" -> JSON.getNodeFactory().stringNode("dark");
            case "route" -> JSON.createObjectNode().put("id", 7).put("name", "Digital");
            case "soc2020" -> JSON.getNodeFactory().nullNode();
            case "options" ->
                JSON.createArrayNode()
                        .add(JSON.createObjectNode().put("id", NEW.toString()).put("title", "Another way"));
            case "createdOn", "proposalApprovedOn", "approvedOn", "effectiveFrom", "effectiveTo" ->
                JSON.getNodeFactory().stringNode("2001-01-01");
            case "upcoming" -> JSON.createObjectNode().put("version", "7.7").put("effectiveFrom", "2001-01-01");
            case "lastChanged" -> JSON.getNodeFactory().stringNode("2001-01-01T00:00:00Z");
            default -> {
                if (value.isArray())
                    yield value.isEmpty() ? JSON.createArrayNode().add("Another") : JSON.createArrayNode();
                if (value.isBoolean()) yield JSON.getNodeFactory().booleanNode(!value.asBoolean());
                if (value.isNumber()) yield JSON.getNodeFactory().numberNode(value.asInt() + 1);
                yield JSON.getNodeFactory().stringNode("Another");
            }
        };
    }

    private static Change product(
            ChangeKind kind,
            @Nullable String field,
            @Nullable String labelBefore,
            @Nullable String labelAfter,
            @Nullable String before,
            @Nullable String after) {
        return new Change(kind, ChangePart.PRODUCT, null, field, labelBefore, labelAfter, before, after);
    }
}

package org.occupationalstandards.catalogue.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.catalogue.Announcer;
import org.occupationalstandards.contracts.AnnouncementType;
import org.occupationalstandards.contracts.Change;
import org.occupationalstandards.contracts.ChangeKind;
import org.occupationalstandards.contracts.ChangePart;
import org.occupationalstandards.contracts.Occupation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RedlineTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID NEW = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final ObjectNode example =
            (ObjectNode) Announcer.example(AnnouncementType.APPROVED, "OCC0218").get("occupation");

    private List<Change> changes(Consumer<ObjectNode> change) {
        Occupation before = JSON.treeToValue(example, Occupation.class);
        ObjectNode after = example.deepCopy();
        change.accept(after);
        return Redline.between(before, JSON.treeToValue(after, Occupation.class));
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
    void wordsThatStayAreToldApartFromThoseThatDoNot() {
        assertThat(Wording.between("The scope of own role.", "The wide scope of one's role."))
                .containsExactly(
                        new Wording.Piece(Wording.Fate.SAME, "The "),
                        new Wording.Piece(Wording.Fate.INSERTED, "wide "),
                        new Wording.Piece(Wording.Fate.SAME, "scope of "),
                        new Wording.Piece(Wording.Fate.DELETED, "own "),
                        new Wording.Piece(Wording.Fate.INSERTED, "one's "),
                        new Wording.Piece(Wording.Fate.SAME, "role."));
        assertThat(Wording.between("", "x")).containsExactly(new Wording.Piece(Wording.Fate.INSERTED, "x"));
        assertThat(Wording.between("a <b> & c", "a <b> & c"))
                .containsExactly(new Wording.Piece(Wording.Fate.SAME, "a <b> & c"));
    }
}

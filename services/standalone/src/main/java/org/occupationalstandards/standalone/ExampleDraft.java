package org.occupationalstandards.standalone;

import java.util.List;
import org.occupationalstandards.contracts.Statement;
import org.occupationalstandards.standards.importing.ImportRecord.Accepted;
import org.occupationalstandards.standards.importing.ImportRecord.Refused;
import org.occupationalstandards.standards.importing.ImportedStandard;
import org.occupationalstandards.standards.importing.PageText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The draft of the example: read from the text of the public page, with the one thing that the page does not tell. */
final class ExampleDraft {

    private ExampleDraft() {}

    static JsonNode document() {
        var page = page();
        var document = Api.JSON.createObjectNode();
        document.put("overview", page.overview());
        document.put("summary", page.summary());
        document.put("medianSalary", page.medianSalary());
        document.set("soc2020", Api.JSON.valueToTree(page.soc2020()));
        document.set("employers", Api.JSON.valueToTree(page.employers()));
        document.set("typicalJobTitles", Api.JSON.valueToTree(page.typicalJobTitles()));
        document.set("keywords", Api.JSON.valueToTree(page.keywords()));
        document.set("knowledge", statements(page.knowledge()));
        document.set("skills", statements(page.skills()));
        document.set("behaviours", statements(page.behaviours()));
        document.set("duties", duties(page));
        return document;
    }

    private static ImportedStandard page() {
        return switch (PageText.read(Resources.text("OCC0218.txt"))) {
            case Accepted accepted -> accepted.standard();
            case Refused refused -> throw new ExampleFailed("the page text cannot be read: " + refused.problems());
        };
    }

    private static JsonNode statements(List<Statement> statements) {
        return Api.JSON.valueToTree(statements);
    }

    private static JsonNode duties(ImportedStandard page) {
        var needed = Resources.json("OCC0218-duty-ksbs.json").get("duties");
        var duties = Api.JSON.createArrayNode();
        for (var duty : page.duties()) {
            ObjectNode entry = Api.JSON.valueToTree(duty);
            entry.set("ksbs", needed.get(duty.label()));
            duties.add(entry);
        }
        return duties;
    }
}

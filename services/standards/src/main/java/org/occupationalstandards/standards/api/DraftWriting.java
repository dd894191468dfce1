package org.occupationalstandards.standards.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.occupationalstandards.standards.api.DraftDocument.DutyEntry;
import org.occupationalstandards.standards.api.DraftDocument.OptionEntry;
import org.occupationalstandards.standards.api.DraftDocument.StatementEntry;
import org.occupationalstandards.standards.lifecycle.content.Content;
import org.occupationalstandards.standards.lifecycle.content.ContentDiff;
import org.occupationalstandards.standards.lifecycle.content.Statement;

/** Makes a document of a content: what a reader changes and sends back. */
final class DraftWriting {

    static DraftDocument of(Content content) {
        var labels = ContentDiff.labels(content);
        return new DraftDocument(
                content.title(),
                content.overview(),
                content.summary(),
                content.medianSalary(),
                content.soc2020(),
                content.employers(),
                content.typicalJobTitles(),
                content.greenJobTitles(),
                content.keywords(),
                statements(content.knowledge(), labels),
                statements(content.skills(), labels),
                statements(content.behaviours(), labels),
                content.duties().stream()
                        .map(duty -> new DutyEntry(
                                duty.id(),
                                labels.get(duty.id()),
                                duty.text(),
                                duty.core(),
                                duty.criteria(),
                                texts(duty.ksbs()),
                                texts(duty.options())))
                        .toList(),
                content.options().stream()
                        .map(option -> new OptionEntry(option.id(), labels.get(option.id()), option.title()))
                        .toList(),
                content.professionalRecognition(),
                content.regulatedBy(),
                content.mandatoryQualifications());
    }

    private static List<StatementEntry> statements(List<Statement> statements, Map<UUID, String> labels) {
        return statements.stream()
                .map(statement -> new StatementEntry(statement.id(), labels.get(statement.id()), statement.text()))
                .toList();
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private DraftWriting() {}
}

package org.occupationalstandards.standards.lifecycle.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How large a content is as a whole: the bytes of its texts in UTF-8, and for every entry of a list and every mapping of a
 * duty what its id and label add to a message.
 */
final class ContentSize {

    /** An id and a label. */
    private static final int ENTRY = 40;

    private int bytes;

    static int of(Content content) {
        var size = new ContentSize();
        size.count(content);
        return size.bytes;
    }

    private void count(Content content) {
        Stream.of(content.title(), content.overview(), content.summary(), content.regulatedBy())
                .forEach(this::text);
        Stream.of(
                        content.employers(),
                        content.typicalJobTitles(),
                        content.greenJobTitles(),
                        content.keywords(),
                        content.professionalRecognition(),
                        content.mandatoryQualifications())
                .forEach(this::lines);
        var soc = content.soc2020();
        if (soc != null) {
            text(soc.title());
            soc.subUnitGroups().forEach(group -> entry(group.title()));
        }
        content.ksbs().forEach(statement -> entry(statement.text()));
        content.options().forEach(option -> entry(option.title()));
        for (Duty duty : content.duties()) {
            entry(duty.text());
            lines(duty.criteria());
            mappings(duty.ksbs());
            mappings(duty.options());
        }
    }

    private void lines(List<String> lines) {
        lines.forEach(this::entry);
    }

    private void mappings(List<UUID> mappings) {
        bytes += ENTRY * mappings.size();
    }

    private void entry(@Nullable String text) {
        bytes += ENTRY;
        text(text);
    }

    private void text(@Nullable String text) {
        bytes += text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private ContentSize() {}
}

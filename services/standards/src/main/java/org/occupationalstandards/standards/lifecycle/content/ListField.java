package org.occupationalstandards.standards.lifecycle.content;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lists of plain lines in a content, by the names that changes use. */
enum ListField {
    SUB_UNIT_GROUPS("soc2020.subUnitGroups", ListField::subUnitGroups),
    EMPLOYERS("employers", Content::employers),
    TYPICAL_JOB_TITLES("typicalJobTitles", Content::typicalJobTitles),
    GREEN_JOB_TITLES("greenJobTitles", Content::greenJobTitles),
    KEYWORDS("keywords", Content::keywords),
    PROFESSIONAL_RECOGNITION("professionalRecognition", Content::professionalRecognition),
    MANDATORY_QUALIFICATIONS("mandatoryQualifications", Content::mandatoryQualifications);

    private final String fieldName;
    private final Function<Content, List<String>> lines;

    ListField(String fieldName, Function<Content, List<String>> lines) {
        this.fieldName = fieldName;
        this.lines = lines;
    }

    String fieldName() {
        return fieldName;
    }

    List<String> of(Content content) {
        return lines.apply(content);
    }

    static @Nullable ListField named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(field -> field.fieldName.equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A group as a line: its code, a space, its title. Codes have no space in them. */
    private static List<String> subUnitGroups(Content content) {
        return content.soc2020() == null
                ? List.of()
                : content.soc2020().subUnitGroups().stream()
                        .map(group -> group.title() == null ? group.code() : group.code() + " " + group.title())
                        .toList();
    }

    static Soc2020.SubUnitGroup subUnitGroup(String line) {
        int space = line.indexOf(' ');
        return space < 0
                ? new Soc2020.SubUnitGroup(line, null)
                : new Soc2020.SubUnitGroup(line.substring(0, space), line.substring(space + 1));
    }
}

package org.occupationalstandards.standards.importing.job;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.occupationalstandards.standards.importing.KnownStandards;
import org.occupationalstandards.standards.importing.OccupationsCsv;
import org.occupationalstandards.standards.importing.PageText;
import org.occupationalstandards.standards.importing.SkillsEnglandFeed;
import org.occupationalstandards.standards.importing.StandardsReader;
import org.springframework.http.MediaType;

/** The kinds of files that are taken, told apart by their media type. */
enum FileKind {
    PAGE_TEXT(MediaType.TEXT_PLAIN, known -> new PageText()),
    OCCUPATIONS(new MediaType("text", "csv"), known -> new OccupationsCsv()),
    FEED(MediaType.APPLICATION_JSON, SkillsEnglandFeed::new);

    private final MediaType mediaType;
    private final Function<KnownStandards, StandardsReader> reader;

    FileKind(MediaType mediaType, Function<KnownStandards, StandardsReader> reader) {
        this.mediaType = mediaType;
        this.reader = reader;
    }

    String mediaType() {
        return mediaType.toString();
    }

    StandardsReader reader(KnownStandards known) {
        return reader.apply(known);
    }

    static Optional<FileKind> of(MediaType given) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.isCompatibleWith(given))
                .findFirst();
    }
}

package org.occupationalstandards.standards.importing;

import static org.occupationalstandards.standards.importing.PlainText.quoted;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the Skills England feed ({@code application/json}): a list of records, bare or as {@code list} or
 * {@code standards} of an object, or a single record. One record is in memory at a time. What each record needs says
 * {@link FeedRecord}; which standard it is about, {@link FeedReference}.
 */
public final class SkillsEnglandFeed implements StandardsReader {

    private static final Set<String> LISTS = Set.of("list", "standards", "apprenticeshipStandards", "items");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final KnownStandards known;

    /** @param known standards among which records without a reference are looked for */
    public SkillsEnglandFeed(KnownStandards known) {
        this.known = known;
    }

    @Override
    public void read(InputStream file, Consumer<ImportRecord> records) throws IOException {
        new Reading(new FeedReference(known), records).read(file);
    }

    private static final class Reading {

        private final FeedReference references;
        private final Consumer<ImportRecord> records;
        private final Map<String, String> before = new HashMap<>();
        private int count;

        Reading(FeedReference references, Consumer<ImportRecord> records) {
            this.references = references;
            this.records = records;
        }

        void read(InputStream file) throws IOException {
            try (JsonParser parser = JSON.createParser(new Unclosed(file))) {
                JsonToken first = parser.nextToken();
                if (first == JsonToken.START_ARRAY) {
                    list(parser);
                } else if (first == JsonToken.START_OBJECT) {
                    object(parser);
                } else {
                    refuse(line(parser), first == null ? "The file is empty" : "A list of records is expected");
                    return;
                }
                if (parser.nextToken() != null) {
                    refuse(line(parser), "Something follows the end of the list");
                }
            } catch (JacksonIOException unreadable) {
                throw unreadable.getCause() instanceof IOException cause ? cause : new IOException(unreadable);
            } catch (JacksonException malformed) {
                refuse(
                        malformed.getLocation() == null
                                ? 0
                                : malformed.getLocation().getLineNr(),
                        "The JSON cannot be read on: " + quoted(malformed.getOriginalMessage()));
            }
        }

        /** A wrapper around a list, or the one record itself. */
        private void object(JsonParser parser) {
            int line = line(parser);
            ObjectNode record = JSON.createObjectNode();
            boolean wrapper = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (LISTS.contains(name) && value == JsonToken.START_ARRAY) {
                    wrapper = true;
                    list(parser);
                } else {
                    record.set(name, JSON.readTree(parser));
                }
            }
            if (!wrapper) {
                one(record, line);
            }
        }

        private void list(JsonParser parser) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int line = line(parser);
                one(JSON.readTree(parser), line);
            }
        }

        private void one(JsonNode record, int line) {
            records.accept(FeedRecord.read(record, ++count, line, references, before));
        }

        private void refuse(int line, String message) {
            records.accept(new ImportRecord.Refused("file", List.of(new ImportProblem(line, "", message))));
        }

        private static int line(JsonParser parser) {
            return parser.currentTokenLocation().getLineNr();
        }
    }

    /** The file is closed by whoever opened it, not by the parser. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream file) {
            super(file);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return in.read(buffer, offset, length);
        }

        @Override
        public void close() {
            // left to the owner
        }
    }
}

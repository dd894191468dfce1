package org.occupationalstandards.catalogue.bulk;

import java.io.OutputStream;
import java.util.function.Function;
import org.occupationalstandards.contracts.Occupation;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object around a list of all occupations. */
final class JsonFile implements BulkWriter {

    private final JsonGenerator json;
    private final Function<Occupation, Object> shape;

    private JsonFile(JsonGenerator json, Function<Occupation, Object> shape) {
        this.json = json;
        this.shape = shape;
    }

    /** {@code {"items": […]}} with each occupation as it is at its own address. */
    static BulkWriter plain(JsonMapper mapper, OutputStream stream) {
        JsonGenerator json = mapper.createGenerator(stream);
        json.writeStartObject();
        json.writeName("items");
        json.writeStartArray();
        return new JsonFile(json, occupation -> occupation);
    }

    /** Linked data in the vocabulary of schema.org. */
    static BulkWriter linked(JsonMapper mapper, OutputStream stream) {
        JsonGenerator json = mapper.createGenerator(stream);
        json.writeStartObject();
        json.writeStringProperty("@context", LinkedData.CONTEXT);
        json.writeName("@graph");
        json.writeStartArray();
        return new JsonFile(json, LinkedData::node);
    }

    @Override
    public void write(Occupation occupation) {
        json.writePOJO(shape.apply(occupation));
    }

    @Override
    public void close() {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}

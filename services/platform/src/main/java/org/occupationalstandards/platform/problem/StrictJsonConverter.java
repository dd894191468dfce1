package org.occupationalstandards.platform.problem;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** JSON bodies: no unknown field, no name twice, nothing after the end, no number for a text, no gap in a list; and all that is wrong is said at once. */
class StrictJsonConverter extends JacksonJsonHttpMessageConverter {

    StrictJsonConverter(JsonMapper json) {
        super(json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, textual -> {
                    for (var shape :
                            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
                        textual.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .addModule(new SimpleModule("collected-coercions").setDeserializerModifier(new CollectedCoercions()))
                .build());
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        var collector = new FaultCollector();
        var bytes = message.getBody().readAllBytes();
        try {
            var body = getMapper()
                    .readerFor(getJavaType(type.getType(), null))
                    .withHandler(collector)
                    .withAttribute(CollectedCoercions.COLLECTOR, collector)
                    .readValue(bytes);
            if (collector.faults().isEmpty() && body != null) {
                gaps(bytes, collector);
                if (collector.faults().isEmpty()) {
                    return body;
                }
            }
        } catch (StreamReadException malformed) {
            throw new HttpMessageNotReadableException("Not JSON", malformed, message);
        } catch (JacksonException unreadable) {
            // Often only a consequence of what was collected, such as a constructor that met an empty place.
            if (collector.faults().isEmpty()) {
                throw new HttpMessageNotReadableException("JSON of another form", unreadable, message);
            }
            if (unreadable instanceof MismatchedInputException mismatch) {
                collector.add(UnreadableBody.pointer(mismatch), UnreadableBody.expected(mismatch));
            }
        }
        if (collector.faults().isEmpty()) {
            collector.add("", "A body is needed, and not null.");
        }
        throw new HttpMessageNotReadableException(
                "JSON of another form", ProblemException.invalid(collector.faults()), message);
    }

    /** A list's own type says nothing of what is in it. */
    private void gaps(byte[] body, FaultCollector collector) {
        try (var parser = getMapper().createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NULL && parser.streamReadContext().inArray()) {
                    collector.add(
                            parser.streamReadContext().pathAsPointer().toString(),
                            "An entry of a list must not be null.");
                }
            }
        }
    }
}

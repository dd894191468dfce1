package org.occupationalstandards.platform.problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a body into a type that is known only when the request has come, as strictly as Spring MVC reads those that it knows
 * beforehand.
 */
public final class StrictJson {

    private final StrictJsonConverter converter;

    StrictJson(JsonMapper json) {
        this.converter = new StrictJsonConverter(json);
    }

    /**
     * Everything that is wrong is said at once.
     *
     * @throws org.springframework.http.converter.HttpMessageNotReadableException which is answered as a problem
     */
    public <T> T read(byte[] body, Class<T> type) {
        try {
            return type.cast(converter.read(ResolvableType.forClass(type), new Bytes(body), null));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private record Bytes(InputStream body) implements HttpInputMessage {

        Bytes(byte[] bytes) {
            this(new ByteArrayInputStream(bytes));
        }

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return new HttpHeaders();
        }
    }
}

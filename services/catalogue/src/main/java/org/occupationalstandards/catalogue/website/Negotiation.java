package org.occupationalstandards.catalogue.website;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Pages and JSON share addresses. Who asks for anything at all gets JSON: without this, {@code *}{@code /*} would fit both equally
 * well, and Spring would refuse to choose. A link to the data, which a browser follows, says {@code format=json}.
 */
final class Negotiation implements ContentNegotiationStrategy {

    private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        if ("json".equals(request.getParameter("format"))) return List.of(MediaType.APPLICATION_JSON);
        List<MediaType> accepted = new ArrayList<>();
        for (MediaType type : header.resolveMediaTypes(request)) {
            if (type.isWildcardType()) accepted.add(MediaType.APPLICATION_JSON);
            accepted.add(type);
        }
        return accepted;
    }
}

package org.occupationalstandards.platform.representation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every successful answer to GET and HEAD a strong entity tag made of its bytes, answers 304 to a client that has
 * them, and sends gzip to one that takes it, under a tag of its own. (Tomcat compresses nothing that has a strong tag.)
 * An answer that grows beyond {@link HeldBack#LARGEST} is passed on as it comes, without either.
 */
final class RepresentationFilter extends OncePerRequestFilter {

    /** Everybody may keep it, and asks each time whether it still holds. */
    private static final String ASK_EACH_TIME = "public, max-age=0, must-revalidate";

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !METHODS.contains(request.getMethod()) || request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new HeldBack(response);
        chain.doFilter(request, held);
        if (request.isAsyncStarted() || held.isPassedOn()) return;
        send(request, response, held.bytes());
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, byte[] bytes)
            throws IOException {
        boolean isAnswer = response.getStatus() == HttpServletResponse.SC_OK
                && !response.containsHeader(HttpHeaders.CONTENT_ENCODING);
        boolean gzip = isAnswer && bytes.length >= Gzip.SMALLEST && Gzip.helps(response.getContentType());
        byte[] body = bytes;
        if (gzip && !response.getHeaders(HttpHeaders.VARY).contains(HttpHeaders.ACCEPT_ENCODING)) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        boolean compressed = gzip && Gzip.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (isAnswer && !response.containsHeader(HttpHeaders.ETAG)) {
            EntityTag tag = EntityTag.of(bytes, 0, bytes.length);
            if (compressed) tag = tag.gzipped();
            response.setHeader(HttpHeaders.ETAG, tag.header());
            if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_EACH_TIME);
            }
            if (tag.isIn(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        if (compressed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = Gzip.of(bytes);
        }
        if (body.length > 0) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}

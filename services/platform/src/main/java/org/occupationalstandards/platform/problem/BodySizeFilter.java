package org.occupationalstandards.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are larger than {@link BodyLimits} allow: at once where the size is announced, else when it is passed. */
class BodySizeFilter extends OncePerRequestFilter implements Ordered {

    private static final int BEFORE_SECURITY = -200;

    private final BodyLimits limits;
    private final ProblemResponses responses;

    BodySizeFilter(BodyLimits limits, ProblemResponses responses) {
        this.limits = limits;
        this.responses = responses;
    }

    /** Before security: not even a token is looked at for a body that nobody will read. */
    @Override
    public int getOrder() {
        return BEFORE_SECURITY;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limits.of(request.getRequestURI());
        if (request.getContentLengthLong() > limit.toBytes()) {
            responses.write(tooLarge(limit), request, response);
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    static ProblemException tooLarge(DataSize limit) {
        var size = limit.toMegabytes() > 0 ? limit.toMegabytes() + " MiB" : limit.toBytes() + " bytes";
        return StandardProblem.BODY_TOO_LARGE
                .because("A body may have at most " + size + " here.")
                .with("maximumBytes", limit.toBytes());
    }

    /** Thrown while a body is read, when it turns out to be larger than allowed. */
    static final class BodyTooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient DataSize limit;

        BodyTooLarge(DataSize limit) {
            super("body larger than " + limit);
            this.limit = limit;
        }

        ProblemException problem() {
            return tooLarge(limit);
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final DataSize limit;

        Limited(HttpServletRequest request, DataSize limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final DataSize limit;
        private long read;

        Counted(ServletInputStream body, DataSize limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var count = body.read(target, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) throws BodyTooLarge {
            read += more;
            if (read > limit.toBytes()) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}

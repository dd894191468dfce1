package org.occupationalstandards.platform.representation;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Collects the body of an answer until it is complete, or until it is too large to be kept and flows on. */
final class HeldBack extends HttpServletResponseWrapper {

    /** Bytes kept for one answer; the largest pages are half of that. */
    static final int LARGEST = 2 * 1024 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(4096);
    private final ServletOutputStream stream = new Stream();
    private @Nullable PrintWriter writer;
    private @Nullable Long length;
    private boolean passedOn;

    HeldBack(HttpServletResponse response) {
        super(response);
    }

    /** Whether the answer is on its way already. */
    boolean isPassedOn() {
        if (writer != null) writer.flush();
        return passedOn || isCommitted();
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) writer = new PrintWriter(new OutputStreamWriter(stream, UTF_8));
        return writer;
    }

    /** Set later, when it is known how many bytes are sent. */
    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (passedOn) super.setContentLengthLong(length);
        else this.length = length;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (isLength(name)) {
            length = value == null ? null : Long.valueOf(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (isLength(name)) length = Long.valueOf(value);
        else super.addHeader(name, value);
    }

    @Override
    public boolean containsHeader(String name) {
        return isLength(name) ? length != null : super.containsHeader(name);
    }

    private boolean isLength(String name) {
        return !passedOn && name.equalsIgnoreCase("Content-Length");
    }

    /** Somebody wants the client to see what there is so far. */
    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) writer.flush();
        if (passedOn) super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        discard();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        discard();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        discard();
        super.sendRedirect(location);
    }

    @Override
    public void resetBuffer() {
        kept.reset();
        length = null;
        super.resetBuffer();
    }

    @Override
    public void reset() {
        kept.reset();
        length = null;
        super.reset();
    }

    /** What was written so far is not the answer after all. */
    private void discard() {
        kept.reset();
        length = null;
        passedOn = true;
    }

    private void passOn() throws IOException {
        if (passedOn) return;
        passedOn = true;
        if (length != null) super.setContentLengthLong(length);
        if (kept.size() == 0) return;
        kept.writeTo(super.getOutputStream());
        kept.reset();
    }

    private ServletOutputStream passedOnStream() throws IOException {
        return super.getOutputStream();
    }

    private final class Stream extends ServletOutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (!passedOn && kept.size() + count > LARGEST) passOn();
            if (passedOn) passedOnStream().write(bytes, offset, count);
            else kept.write(bytes, offset, count);
        }

        @Override
        public void flush() throws IOException {
            if (passedOn) passedOnStream().flush();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Answers that are held back are written in one go");
        }
    }
}

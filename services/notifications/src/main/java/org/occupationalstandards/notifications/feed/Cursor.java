package org.occupationalstandards.notifications.feed;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A place in the feed as outsiders hold it: everything up to and including {@code position} has been seen.
 *
 * <p>Opaque to them, so that it can change: a version, the position and a check sum, which tells a cursor that was cut
 * short or made up from one of ours.
 *
 * @param position of the last announcement seen, 0 for none
 */
public record Cursor(long position) {

    /** Before the first announcement. */
    public static final Cursor START = new Cursor(0);

    private static final byte VERSION = 1;
    private static final int LENGTH = 1 + Long.BYTES + Short.BYTES;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** Reads what {@link #toString} wrote, and an empty text as the beginning; nothing for anything else. */
    public static Optional<Cursor> parse(String text) {
        if (text.isEmpty()) return Optional.of(START);
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != LENGTH || bytes[0] != VERSION) return Optional.empty();
        var cursor = new Cursor(ByteBuffer.wrap(bytes).getLong(1));
        // Written again and compared: one place has one cursor, whatever padding and spare bits would allow.
        return cursor.position >= 0 && cursor.toString().equals(text) ? Optional.of(cursor) : Optional.empty();
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(LENGTH).put(VERSION).putLong(position);
        var check = new CRC32C();
        check.update(bytes.array(), 0, bytes.position());
        return ENCODER.encodeToString(bytes.putShort((short) check.getValue()).array());
    }
}

package org.occupationalstandards.standards.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids for statements and duties of files that have none: name-based (RFC 9562, version 5), from the reference, the kind
 * and the position. The same file read twice gives the same ids, so that importing it again changes nothing.
 */
public final class StableIds {

    /** Our own namespace, a random UUID chosen once: never change it, or every imported id changes. */
    private static final UUID NAMESPACE = UUID.fromString("0b2c3d5e-7a41-4f6d-9c0e-2f8b6a1d4e73");

    /**
     * The id of a part that the file names only by its place.
     *
     * @param kind {@code K}, {@code S}, {@code B}, {@code D} or {@code O}(ption)
     * @param position from 1
     */
    public static UUID of(String reference, String kind, int position) {
        return named(reference + "/" + kind + position);
    }

    private static UUID named(String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    private StableIds() {}
}

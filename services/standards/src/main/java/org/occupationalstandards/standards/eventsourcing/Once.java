package org.occupationalstandards.standards.eventsourcing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a request the same as an earlier one.
 *
 * @param key chosen by the caller
 * @param fingerprint of all that the request asks for
 */
public record Once(String key, String fingerprint) {

    /** A request of these parts, in this order. */
    public static Once of(String key, String... parts) {
        var digest = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return new Once(key, HexFormat.of().formatHex(digest.digest()));
    }

    /** A part that stands for a whole file. */
    public static String fingerprint(byte[] file) {
        return HexFormat.of().formatHex(sha256().digest(file));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}

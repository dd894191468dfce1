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
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return new Once(key, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}

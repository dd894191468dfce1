package org.occupationalstandards.platform.representation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A strong entity tag: the same bytes, the same tag; and each coding of them has one of its own (RFC 9110, 8.8.3). */
public record EntityTag(String value) {

    private static final String GZIPPED = "-gzip";

    /** 128 bits: nobody will meet two pages of one tag. */
    private static final int BYTES = 16;

    /** The tag of these bytes. */
    public static EntityTag of(byte[] bytes, int offset, int length) {
        MessageDigest digest = digest();
        digest.update(bytes, offset, length);
        return of(digest);
    }

    /** The tag of what the digest was fed with. */
    public static EntityTag of(MessageDigest digest) {
        return new EntityTag(
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), BYTES)));
    }

    /** To be fed with the bytes of a representation. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The tag of the same bytes after gzip. */
    public EntityTag gzipped() {
        return new EntityTag(value + GZIPPED);
    }

    /** As it stands in the header {@code ETag}. */
    public String header() {
        return '"' + value + '"';
    }

    /** Whether the client has this already. By weak comparison, as RFC 9110 wants it for {@code If-None-Match}. */
    public boolean isIn(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) return false;
        if (ifNoneMatch.strip().equals("*")) return true;
        for (String each : ifNoneMatch.split(",")) {
            String tag = each.strip();
            if (tag.startsWith("W/")) tag = tag.substring(2);
            if (tag.equals(header())) return true;
        }
        return false;
    }
}

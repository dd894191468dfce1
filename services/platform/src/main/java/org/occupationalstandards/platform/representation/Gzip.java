package org.occupationalstandards.platform.representation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Whether and how an answer is made smaller. */
public final class Gzip {

    /** Smaller answers fit one packet either way. */
    static final int SMALLEST = 1024;

    /** Whether the client takes gzip: it is named, or everything is, and not with a weight of 0. */
    public static boolean isAccepted(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) return false;
        boolean everything = false;
        for (String each : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = each.strip().split(";", 2);
            boolean wanted = parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0*)?");
            if (parts[0].strip().equals("gzip")) return wanted;
            if (parts[0].strip().equals("*")) everything = wanted;
        }
        return everything;
    }

    /** Text gets smaller; pictures and archives are compressed already. */
    static boolean helps(@Nullable String contentType) {
        if (contentType == null) return false;
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.contains("json") || type.contains("xml") || type.contains("javascript");
    }

    static byte[] of(byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length / 4);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private Gzip() {}
}

package org.occupationalstandards.standards.importing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Text as it arrives in files, made into text that can be stored, compared and shown. Words are never changed. */
final class PlainText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST_QUOTE = 80;

    /**
     * Bytes as text: UTF-16 where a byte order mark says so, else UTF-8, and where the bytes are not UTF-8, the encoding
     * in which Windows programs save text: older pages come that way.
     */
    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return withoutMark(new String(bytes, StandardCharsets.UTF_16BE));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return withoutMark(new String(bytes, StandardCharsets.UTF_16LE));
        }
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /** One line: any run of space or control characters is one space, invisible characters and outer space are gone. */
    static String line(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (invisible(c)) {
                continue;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                space = true;
                continue;
            }
            if (space && !clean.isEmpty()) {
                clean.append(' ');
            }
            space = false;
            if (!Character.isSurrogate(c)) {
                clean.append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else {
                clean.append(REPLACEMENT);
            }
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    /** Several lines: each cleaned, none at either end empty, never two empty ones in a row. */
    static String paragraphs(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        boolean gap = false;
        for (String each : text.split("\\R", -1)) {
            String line = line(each);
            if (line.isEmpty()) {
                gap = true;
                continue;
            }
            if (!clean.isEmpty()) {
                clean.append(gap ? "\n\n" : "\n");
            }
            gap = false;
            clean.append(line);
        }
        return clean.toString();
    }

    /** For comparing words: lower case, straight quotes, one kind of dash. */
    static String folded(String line) {
        return line.toLowerCase(Locale.ROOT)
                .replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201C', '"')
                .replace('\u201D', '"')
                .replace('\u2010', '-')
                .replace('\u2011', '-')
                .replace('\u2012', '-')
                .replace('\u2013', '-')
                .replace('\u2014', '-')
                .replace('\u2212', '-');
    }

    /** A value inside a message: in quotation marks, and short, however long it was. */
    static String quoted(String value) {
        String line = line(value);
        if (line.length() <= LONGEST_QUOTE) {
            return "“" + line + "”";
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
        return "“" + line.substring(0, end) + "…” (" + line.length() + " characters)";
    }

    private static boolean invisible(char c) {
        return c == BYTE_ORDER_MARK
                || (c >= '\u200B' && c <= '\u200D')
                || c == '\u2060'
                || c == '\u00AD'
                || c == 0
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private PlainText() {}
}

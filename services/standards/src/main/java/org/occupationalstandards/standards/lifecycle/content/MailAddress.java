package org.occupationalstandards.standards.lifecycle.content;

import java.util.regex.Pattern;

/**
 * What has the shape of an e-mail address. Texts stand in events, which are kept for ever: an address could never be taken
 * out of them again.
 */
final class MailAddress {

    static final String REFUSED = "must not hold an e-mail address: events are kept for ever";

    /** Around each @ the text is read once, so that no text takes long. */
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}._%+\"'-]@[\\p{L}\\p{M}\\p{N}_-][\\p{L}\\p{M}\\p{N}_.-]*\\.\\p{L}{2}");

    static boolean isIn(String text) {
        return SHAPE.matcher(text).find();
    }

    private MailAddress() {}
}

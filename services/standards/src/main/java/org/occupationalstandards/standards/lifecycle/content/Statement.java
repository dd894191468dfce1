package org.occupationalstandards.standards.lifecycle.content;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One knowledge, skill or behaviour statement. Its label (K1, S1, B1) is its position in the list and is not kept.
 *
 * @param id what identifies it through rewording and moving, for ever
 */
public record Statement(@Required UUID id, @Required String text) {
    public Statement(UUID id, @Nullable String text) {
        this.id = id;
        this.text = Texts.tidy(text);
    }
}

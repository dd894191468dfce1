package org.occupationalstandards.standards.lifecycle.content;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A named specialism inside a standard; duties may belong to it. */
public record Option(@Required UUID id, @Required String title) {
    public Option(UUID id, @Nullable String title) {
        this.id = id;
        this.title = Texts.tidy(title);
    }
}

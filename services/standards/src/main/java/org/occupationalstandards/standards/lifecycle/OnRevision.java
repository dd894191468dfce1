package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;

/** A command on exactly the draft that was read, which it can name. */
public interface OnRevision {

    /** Revision of the draft that was read, where the command names it. */
    @Nullable
    Integer revision();
}

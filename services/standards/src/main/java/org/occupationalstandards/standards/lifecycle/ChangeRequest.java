package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;

/** A wish to change an approved standard that no official has decided on yet. */
public record ChangeRequest(
        int number, String what, @Nullable String reason, String by) {}

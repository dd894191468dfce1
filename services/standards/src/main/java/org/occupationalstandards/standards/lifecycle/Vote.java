package org.occupationalstandards.standards.lifecycle;

import org.jspecify.annotations.Nullable;

/** A vote that counts: the member's last one on the submitted revision. */
public record Vote(String by, VoteChoice choice, @Nullable String reason) {}

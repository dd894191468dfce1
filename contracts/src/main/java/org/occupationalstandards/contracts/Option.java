package org.occupationalstandards.contracts;

import java.util.UUID;

/** A named specialism inside a standard; its title never changes within a version. */
public record Option(UUID id, String title) {}

package org.occupationalstandards.contracts;

import java.util.UUID;

/**
 * One knowledge, skill or behaviour statement.
 *
 * @param id what identifies it, for ever
 * @param label its position in this version (K1, S1, B1): not stable across versions
 * @param text what it says
 */
public record Statement(UUID id, String label, String text) {}

package org.occupationalstandards.standards.lifecycle;

/**
 * Who proposed a progression link that waits to be confirmed.
 *
 * @param reference of the other occupation
 * @param by opaque id
 */
public record ProposedLink(String reference, ProgressionKind kind, String by) {

    boolean links(String other, ProgressionKind otherKind) {
        return reference.equals(other) && kind == otherKind;
    }
}

package org.occupationalstandards.standards.lifecycle;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Wishes to change an approved standard.
 *
 * @param open those that no official has decided on yet
 * @param asked how many there have ever been
 */
public record ChangeRequests(List<ChangeRequest> open, int asked) {
    public ChangeRequests {
        open = List.copyOf(open);
    }

    static ChangeRequests none() {
        return new ChangeRequests(List.of(), 0);
    }

    /** The open request of that number, where there is one. */
    public @Nullable ChangeRequest numbered(@Nullable Integer number) {
        return open.stream()
                .filter(request -> number != null && request.number() == number)
                .findFirst()
                .orElse(null);
    }

    ChangeRequests with(ChangeRequest request) {
        return new ChangeRequests(
                Stream.concat(open.stream(), Stream.of(request)).toList(), request.number());
    }

    ChangeRequests without(int number) {
        return new ChangeRequests(
                open.stream().filter(request -> request.number() != number).toList(), asked);
    }
}

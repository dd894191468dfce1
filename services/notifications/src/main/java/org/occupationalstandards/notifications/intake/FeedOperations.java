package org.occupationalstandards.notifications.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.occupationalstandards.notifications.feed.Feed;
import org.occupationalstandards.notifications.feed.Horizon;
import org.occupationalstandards.platform.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For officials: what the feed waits for, and the order to wait for it no longer. A message that never came says nothing of
 * itself, so that whoever knows that it will not come has to name its position.
 */
@RestController
@Tag(name = "Operations")
@SecurityRequirement(name = "bearer")
@RequestMapping(path = "/operations/feed", produces = "application/json")
class FeedOperations {

    private static final Logger log = LoggerFactory.getLogger(FeedOperations.class);

    /** Positions that are listed at once. */
    static final int MOST_MISSING = 1_000;

    private final Feed feed;
    private final Horizon horizon;
    private final Bell bell;
    private final Refolding refolding;

    FeedOperations(Feed feed, Horizon horizon, Bell bell, Refolding refolding) {
        this.feed = feed;
        this.horizon = horizon;
        this.bell = bell;
        this.refolding = refolding;
    }

    /**
     * How the feed stands.
     *
     * @param horizon the last position that may be read
     * @param last the last position that is there
     * @param missing positions between them that are not there and do not wait for an operator either
     * @param heldBackSeconds how long the horizon has stood still though there is more
     */
    record Standing(long horizon, long last, List<Long> missing, long heldBackSeconds) {}

    @GetMapping
    @Operation(summary = "How far the feed may be read, and what it waits for")
    Standing standing() {
        horizon.advance();
        long position = horizon.position();
        return new Standing(
                position,
                feed.last(),
                feed.missing(position, MOST_MISSING),
                horizon.heldBack().toSeconds());
    }

    /** The feed goes on without it. Should it come after all, readers that have passed its place do not see it. */
    @PostMapping("/missing/{position}/leave-out")
    @Operation(summary = "Wait no longer for what stood at that position")
    Standing leaveOut(@PathVariable long position) {
        if (!feed.missing(position - 1, 1).equals(List.of(position))) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "position-not-missing",
                    "The feed does not miss that position",
                    "Something stands or waits at position " + position + ", or nothing has come after it yet."
                            + " GET /operations/feed names what is missing.");
        }
        feed.leaveOut(position);
        log.warn("Position {} of the feed is left out", position);
        bell.ring();
        return standing();
    }

    /** @param folded how many standards have a state now */
    record FoldedAgain(int folded) {}

    /** What the snapshot shows is made anew from the feed. */
    @PostMapping("/fold-again")
    @Operation(summary = "Make the states of the snapshot anew from the feed")
    FoldedAgain foldAgain() {
        var folded = refolding.foldAgain();
        log.info("The states of {} standards are folded again", folded);
        return new FoldedAgain(folded);
    }
}

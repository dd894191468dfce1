package org.occupationalstandards.standards.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The consultation on the version under way, or on a retirement: the one that is open, or the last.
 *
 * @param revision of the draft that was open to comments
 * @param closesAt when it ends, nothing where there has been none
 * @param zone name of the time zone in which that time is told
 * @param done whether it is over
 * @param reminded whether it was said that it closes soon
 * @param overdueReminded whether it was said that it waits to be closed
 */
public record Consultation(
        int revision,
        @Nullable Instant closesAt,
        @Nullable String zone,
        List<Comment> comments,
        boolean done,
        boolean reminded,
        boolean overdueReminded) {
    public Consultation {
        comments = List.copyOf(comments);
    }

    static Consultation none() {
        return new Consultation(0, null, null, List.of(), false, false, false);
    }

    static Consultation opened(int revision, Instant closesAt, String zone) {
        return new Consultation(revision, closesAt, zone, List.of(), false, false, false);
    }

    Consultation extended(Instant newClosesAt) {
        return new Consultation(revision, newClosesAt, zone, comments, done, false, false);
    }

    Consultation with(Comment comment) {
        List<Comment> now = Stream.concat(
                        comments.stream().filter(other -> other.number() != comment.number()), Stream.of(comment))
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .toList();
        return new Consultation(revision, closesAt, zone, now, done, reminded, overdueReminded);
    }

    Consultation closed() {
        return new Consultation(revision, closesAt, zone, comments, true, reminded, overdueReminded);
    }

    Consultation told(boolean nowReminded, boolean nowOverdueReminded) {
        return new Consultation(revision, closesAt, zone, comments, done, nowReminded, nowOverdueReminded);
    }

    /** Whether one can still comment. */
    boolean openAt(Instant now) {
        return running() && closesAt != null && now.isBefore(closesAt);
    }

    boolean running() {
        return closesAt != null && !done;
    }

    List<Comment> unanswered() {
        return comments.stream()
                .filter(comment -> comment.disposition() == null)
                .toList();
    }
}

package org.occupationalstandards.notifications.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.feed.Cursor;
import org.occupationalstandards.notifications.webhook.WebhookUrl;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;

/**
 * A subscription as it is asked for.
 *
 * @param channel {@code webhook}
 * @param url of the receiver
 * @param filter what is wanted; everything where there is none
 * @param after a cursor of the feed or of a snapshot: what was announced since is delivered first, and nothing is missed
 */
record SubscriptionRequest(
        @Nullable String channel,
        @Nullable String url,
        @Nullable FilterRequest filter,
        @Nullable String after) {

    FilterRequest filterOrNone() {
        return filter == null ? FilterRequest.NONE : filter;
    }

    Optional<Cursor> cursor() {
        return Optional.ofNullable(after).flatMap(Cursor::parse);
    }

    /** @throws ProblemException that names everything that is wrong */
    void check(WebhookUrl urls) {
        var faults = new ArrayList<Fault>();
        if (!"webhook".equals(channel)) faults.add(Fault.at("/channel", "This must be webhook."));
        checkUrl(urls, faults);
        filterOrNone().check(faults);
        if (after != null && cursor().isEmpty()) {
            faults.add(Fault.at("/after", "This must be a cursor that the feed or a snapshot gave."));
        }
        if (!faults.isEmpty()) throw ProblemException.invalid(faults);
    }

    private void checkUrl(WebhookUrl urls, List<Fault> faults) {
        if (url == null || url.isBlank()) {
            faults.add(Fault.at("/url", "This is needed: the address of the receiver."));
            return;
        }
        urls.faults(url).forEach(message -> faults.add(Fault.at("/url", message)));
    }
}

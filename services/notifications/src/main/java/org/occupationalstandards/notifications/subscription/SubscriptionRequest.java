package org.occupationalstandards.notifications.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.feed.Cursor;
import org.occupationalstandards.notifications.subscription.Subscription.Cadence;
import org.occupationalstandards.notifications.webhook.WebhookUrl;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;

/**
 * A subscription as it is asked for.
 *
 * @param channel {@code webhook} or {@code email}
 * @param url of the receiver, for a webhook
 * @param email address of the mailbox, for mail
 * @param about of mail: {@code changes} to standards, or {@code work}: what becomes the caller's to do, and what they are told of
 * @param cadence of mail: {@code immediate}, {@code daily} or {@code weekly}
 * @param contact mailbox that hears when a webhook is disabled or has refused something for good, once it has said yes
 * @param filter what is wanted; everything where there is none
 * @param after a cursor of the feed or of a snapshot: what was announced since is delivered first, and nothing is missed
 */
record SubscriptionRequest(
        @Nullable String channel,
        @Nullable String url,
        @Nullable String email,
        @Nullable String about,
        @Nullable String cadence,
        @Nullable String contact,
        @Nullable FilterRequest filter,
        @Nullable String after) {

    /** Of RFC 5321. */
    private static final int LONGEST_ADDRESS = 254;

    /** Whether the mailbox exists, the confirmation shows; this keeps out what no mail server would understand. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
            + "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    FilterRequest filterOrNone() {
        return filter == null ? FilterRequest.NONE : filter;
    }

    Optional<Cursor> cursor() {
        return Optional.ofNullable(after).flatMap(Cursor::parse);
    }

    boolean isMail() {
        return "email".equals(channel);
    }

    boolean isAboutWork() {
        return "work".equals(about);
    }

    Cadence cadenceOrImmediate() {
        return cadence == null ? Cadence.IMMEDIATE : Cadence.valueOf(cadence.toUpperCase(Locale.ROOT));
    }

    /** @throws ProblemException that names everything that is wrong */
    void check(WebhookUrl urls) {
        var faults = new ArrayList<Fault>();
        if (channel == null || !List.of("webhook", "email").contains(channel)) {
            faults.add(Fault.at("/channel", "This must be webhook or email."));
        }
        if (isMail()) checkMail(faults);
        else checkWebhook(urls, faults);
        filterOrNone().check(faults);
        if (after != null && cursor().isEmpty()) {
            faults.add(Fault.at("/after", "This must be a cursor that the feed or a snapshot gave."));
        }
        if (!faults.isEmpty()) throw ProblemException.invalid(faults);
    }

    private void checkMail(List<Fault> faults) {
        checkAddress("/email", email, faults);
        if (contact != null) faults.add(Fault.at("/contact", "Mail needs no contact: it goes to a mailbox itself."));
        checkWork(faults);
        if (url != null) faults.add(Fault.at("/url", "Mail has no url."));
        if (after != null) faults.add(Fault.at("/after", "Mail begins with what is announced after it is confirmed."));
        if (cadence != null && !List.of("immediate", "daily", "weekly").contains(cadence)) {
            faults.add(Fault.at("/cadence", "This must be immediate, daily or weekly."));
        }
    }

    private void checkWork(List<Fault> faults) {
        if (about == null) return;
        if (!List.of("changes", "work").contains(about)) {
            faults.add(Fault.at("/about", "This must be changes or work."));
        } else if (isAboutWork() && filter != null) {
            faults.add(Fault.at("/filter", "Mail about your work has no filter: your roles say what is yours."));
        }
    }

    private static void checkAddress(String pointer, @Nullable String address, List<Fault> faults) {
        if (address == null
                || address.length() > LONGEST_ADDRESS
                || !ADDRESS.matcher(address).matches()) {
            faults.add(Fault.at(pointer, "This must be the address of a mailbox, such as name@example.org."));
        }
    }

    private void checkWebhook(WebhookUrl urls, List<Fault> faults) {
        if (email != null) faults.add(Fault.at("/email", "A webhook has no e-mail address."));
        if (about != null) faults.add(Fault.at("/about", "A webhook hears of changes."));
        if (cadence != null) faults.add(Fault.at("/cadence", "A webhook is called at once."));
        if (contact != null) checkAddress("/contact", contact, faults);
        if (url == null || url.isBlank()) {
            faults.add(Fault.at("/url", "This is needed: the address of the receiver."));
            return;
        }
        urls.faults(url).forEach(message -> faults.add(Fault.at("/url", message)));
    }
}

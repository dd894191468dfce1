package org.occupationalstandards.notifications.subscription;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.delivery.Lanes;
import org.occupationalstandards.notifications.delivery.Planner;
import org.occupationalstandards.notifications.delivery.PlanningLock;
import org.occupationalstandards.notifications.delivery.Replaying;
import org.occupationalstandards.notifications.delivery.SubscriptionFailed;
import org.occupationalstandards.notifications.feed.Filter;
import org.occupationalstandards.notifications.subscription.Subscription.Cadence;
import org.occupationalstandards.notifications.subscription.Subscription.Channel;
import org.occupationalstandards.notifications.subscription.Subscription.Status;
import org.occupationalstandards.notifications.webhook.Secrets;
import org.occupationalstandards.notifications.webhook.WebhookSettings;
import org.occupationalstandards.platform.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes, changes and ends subscriptions, each change wholly between two announcements. */
@Service
class Subscribing {

    private static final Logger log = LoggerFactory.getLogger(Subscribing.class);

    private final Subscriptions subscriptions;
    private final PlanningLock lock;
    private final Planner planner;
    private final Replaying replaying;
    private final Lanes lanes;
    private final Secrets secrets;
    private final WebhookSettings webhooks;
    private final SubscriptionSettings settings;
    private final Confirmations confirmations;
    private final TransactionTemplate transaction;

    Subscribing(
            Subscriptions subscriptions,
            PlanningLock lock,
            Planner planner,
            Replaying replaying,
            Lanes lanes,
            Secrets secrets,
            WebhookSettings webhooks,
            SubscriptionSettings settings,
            Confirmations confirmations,
            PlatformTransactionManager transactions) {
        this.subscriptions = subscriptions;
        this.lock = lock;
        this.planner = planner;
        this.replaying = replaying;
        this.lanes = lanes;
        this.secrets = secrets;
        this.webhooks = webhooks;
        this.settings = settings;
        this.confirmations = confirmations;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A subscription and the secret that is shown this once. */
    record Made(UUID id, String secret) {}

    /** Made in one transaction; the history that it is to be told of first is planned in others that hinder nobody. */
    public Made webhook(String owner, String url, Filter filter, @Nullable Long after) {
        byte[] secret = secrets.make();
        var begun = Objects.requireNonNull(
                transaction.execute(status -> begin(owner, url, filter, secrets.seal(secret), after)));
        if (begun.replay() != null) planHistory(begun.id(), begun.replay());
        return new Made(begun.id(), secrets.show(secret));
    }

    /** A subscription that nobody was told of is as good as none. */
    private void planHistory(UUID id, UUID replay) {
        try {
            replaying.finish(replay);
        } catch (RuntimeException trouble) {
            transaction.executeWithoutResult(status -> end(id));
            throw trouble;
        }
    }

    /** @param replay of the history that it is to be told of first */
    private record Begun(UUID id, @Nullable UUID replay) {}

    private Begun begin(String owner, String url, Filter filter, byte[] sealed, @Nullable Long after) {
        lock.take();
        makeRoom(owner);
        var id = subscriptions.add(owner, Channel.WEBHOOK, url, Cadence.IMMEDIATE, filter, Status.ACTIVE, sealed);
        return new Begun(id, after == null ? null : replaying.hold(id, after, Long.MAX_VALUE));
    }

    /** Nothing is planned but a mail that asks whether it is wanted. */
    @Transactional
    public UUID mail(String owner, String address, Cadence cadence, Filter filter) {
        lock.take();
        makeRoom(owner);
        confirmations.ask(owner, address);
        var id = subscriptions.add(
                owner, Channel.EMAIL, address, cadence, filter, Status.UNCONFIRMED, secrets.seal(secrets.make()));
        planner.message(id, Planner.CONFIRMATION, "");
        return id;
    }

    private void makeRoom(String owner) {
        if (subscriptions.of(owner).size() < settings.mostPerOwner()) return;
        throw ProblemException.of(
                HttpStatus.CONFLICT,
                "too-many-subscriptions",
                "There are too many subscriptions",
                "One owner can have " + settings.mostPerOwner() + " subscriptions. Delete one first.");
    }

    /** Changes what is said, leaves what is null. */
    @Transactional
    public void change(Subscription subscription, @Nullable Status status, @Nullable Filter filter) {
        lock.take();
        if (filter != null) subscriptions.filter(subscription.id(), filter);
        if (status == Status.PAUSED && subscriptions.status(subscription.id(), status, null)) {
            lanes.hold(subscription.id());
        }
        if (status == Status.ACTIVE) resume(subscription.id());
    }

    /** What is still being planned for it goes on when it is: it comes before what waits. */
    private void resume(UUID id) {
        if (replaying.isUnderWay(id)) {
            subscriptions.status(id, Status.PAUSED, Replaying.REASON);
        } else if (subscriptions.status(id, Status.ACTIVE, null)) {
            lanes.resume(id);
        }
    }

    @Transactional
    public void end(UUID id) {
        lock.take();
        lanes.lock(id);
        subscriptions.delete(id);
    }

    /** A new secret; the one so far still signs for a while. */
    @Transactional
    public String rotateSecret(UUID id) {
        byte[] secret = secrets.make();
        subscriptions.rotate(id, secrets.seal(secret), webhooks.secretOverlap());
        return secrets.show(secret);
    }

    /** Stops it and tells its owner by the mail that they confirmed, if they did; the subscription says it in any case. */
    @EventListener
    @Transactional
    public void disable(SubscriptionFailed failed) {
        lock.take();
        if (!subscriptions.disable(failed.subscription(), failed.since(), failed.reason())) return;
        lanes.hold(failed.subscription());
        for (var mailbox : subscriptions.mailboxesOfOwnerOf(failed.subscription())) {
            planner.message(mailbox, Planner.DISABLED, failed.subscription().toString());
        }
        log.warn("Subscription {} is disabled: {}", failed.subscription(), failed.reason());
    }
}

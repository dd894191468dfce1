package org.occupationalstandards.notifications.subscription;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.delivery.Lanes;
import org.occupationalstandards.notifications.delivery.Planner;
import org.occupationalstandards.notifications.delivery.PlanningLock;
import org.occupationalstandards.notifications.delivery.Replaying;
import org.occupationalstandards.notifications.delivery.SubscriptionFailed;
import org.occupationalstandards.notifications.feed.Feed;
import org.occupationalstandards.notifications.feed.Filter;
import org.occupationalstandards.notifications.feed.Horizon;
import org.occupationalstandards.notifications.subscription.Subscription.Cadence;
import org.occupationalstandards.notifications.subscription.Subscription.Channel;
import org.occupationalstandards.notifications.subscription.Subscription.Status;
import org.occupationalstandards.notifications.webhook.Secrets;
import org.occupationalstandards.notifications.webhook.WebhookSettings;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.security.CurrentCaller;
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
    private final Notices notices;
    private final Horizon horizon;
    private final Feed feed;
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
            Notices notices,
            Horizon horizon,
            Feed feed,
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
        this.notices = notices;
        this.horizon = horizon;
        this.feed = feed;
        this.secrets = secrets;
        this.webhooks = webhooks;
        this.settings = settings;
        this.confirmations = confirmations;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A subscription and the secret that is shown this once. */
    record Made(UUID id, String secret) {}

    /** Made in one transaction; the history that it is to be told of first is planned in others that hinder nobody. */
    public Made webhook(String owner, String url, Filter filter, @Nullable Long after, @Nullable String contact) {
        byte[] secret = secrets.make();
        var begun = Objects.requireNonNull(
                transaction.execute(status -> begin(owner, url, filter, secrets.seal(secret), after, contact)));
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

    private Begun begin(
            String owner, String url, Filter filter, byte[] sealed, @Nullable Long after, @Nullable String contact) {
        lock.take();
        makeRoom(owner);
        var id = subscriptions.add(owner, Channel.WEBHOOK, url, Cadence.IMMEDIATE, filter, Status.ACTIVE, sealed, null);
        if (contact != null) addContact(owner, contact, id);
        return new Begun(id, after == null ? null : replaying.hold(id, after, Long.MAX_VALUE));
    }

    /** Nothing is planned but a mail that asks whether it is wanted. */
    @Transactional
    public UUID mail(String owner, String address, Cadence cadence, Filter filter) {
        lock.take();
        makeRoom(owner);
        confirmations.ask(owner, address);
        var id = subscriptions.add(
                owner, Channel.EMAIL, address, cadence, filter, Status.UNCONFIRMED, secrets.seal(secrets.make()), null);
        planner.message(id, Planner.CONFIRMATION, "");
        return id;
    }

    /** The same for mail about their own work: what they may do by their token says which news are theirs. */
    @Transactional
    public UUID work(CurrentCaller caller, String address, Cadence cadence) {
        var id = mail(caller.subject(), address, cadence, new Filter(List.of(), List.of(), List.of(), List.of()));
        subscriptions.aboutWork(id, caller);
        return id;
    }

    /** A mailbox of its own, which is asked as any other is, unless it has said yes to this owner before. */
    private void addContact(String owner, String address, UUID concerned) {
        boolean confirmed = subscriptions.isConfirmed(owner, address);
        if (!confirmed) confirmations.ask(owner, address);
        var id = subscriptions.add(
                owner,
                Channel.EMAIL,
                address,
                Cadence.IMMEDIATE,
                new Filter(List.of(), List.of(), List.of(), List.of()),
                confirmed ? Status.ACTIVE : Status.UNCONFIRMED,
                secrets.seal(secrets.make()),
                concerned);
        if (!confirmed) planner.message(id, Planner.CONFIRMATION, concerned.toString());
    }

    private void makeRoom(String owner) {
        if (subscriptions.of(owner).size() < settings.mostPerOwner()) return;
        throw ProblemException.of(
                HttpStatus.CONFLICT,
                "too-many-subscriptions",
                "There are too many subscriptions",
                "One owner can have " + settings.mostPerOwner() + " subscriptions. Delete one first.");
    }

    /** Changes what is said, leaves what is null. What was announced during a stop is planned before it goes on. */
    public void change(Subscription subscription, @Nullable Status status, @Nullable Filter filter) {
        Optional<UUID> missed =
                Objects.requireNonNull(transaction.execute(running -> changeNow(subscription.id(), status, filter)));
        missed.ifPresent(replaying::finish);
    }

    /** @return the replay of what it has missed, where it has */
    private Optional<UUID> changeNow(UUID id, @Nullable Status status, @Nullable Filter filter) {
        lock.take();
        if (filter != null) subscriptions.filter(id, filter);
        if (status == Status.PAUSED && subscriptions.status(id, status, null)) stop(id);
        return status == Status.ACTIVE ? resume(id) : Optional.empty();
    }

    private void stop(UUID id) {
        // Announcements may come in another order than they were made: what is missing now, and comes later, is missed
        // too.
        subscriptions.stopPlanning(id, feed.contiguousThrough(horizon.position()));
        lanes.hold(id);
    }

    /** What it has missed, and what is still being planned for it, comes before what waits. Its contact is told again. */
    private Optional<UUID> resume(UUID id) {
        subscriptions.startContact(id).ifPresent(lanes::resume);
        var missed = subscriptions
                .startPlanning(id)
                .filter(after -> feed.last() > after)
                .map(after -> replaying.catchUp(id, after));
        if (missed.isPresent() || replaying.isUnderWay(id)) {
            subscriptions.status(id, Status.PAUSED, Replaying.REASON);
        } else if (subscriptions.status(id, Status.ACTIVE, null)) {
            lanes.resume(id);
        }
        return missed;
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
        if (!subscriptions.rotate(id, secrets.seal(secret), webhooks.secretOverlap())) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "secret-in-rotation",
                    "The last rotation is not over",
                    "The secret before the last rotation still signs, until " + subscriptions.previousSecretUntil(id)
                            + ". Rotate again after that.");
        }
        return secrets.show(secret);
    }

    /** Stops it and tells its owner by the mail that was confirmed, if any was; the subscription says it in any case. */
    @EventListener
    @Transactional
    public void disable(SubscriptionFailed failed) {
        lock.take();
        if (!subscriptions.disable(failed.subscription(), failed.since(), failed.reason())) return;
        stop(failed.subscription());
        notices.disabled(failed.subscription(), failed.reason());
        log.warn("Subscription {} is disabled: {}", failed.subscription(), failed.reason());
    }
}

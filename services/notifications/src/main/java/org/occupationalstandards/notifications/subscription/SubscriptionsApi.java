package org.occupationalstandards.notifications.subscription;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.WorkSettings;
import org.occupationalstandards.notifications.delivery.Dispatcher;
import org.occupationalstandards.notifications.feed.Cursor;
import org.occupationalstandards.notifications.subscription.Subscription.Status;
import org.occupationalstandards.notifications.webhook.WebhookUrl;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.occupationalstandards.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions of the caller. */
@RestController
@Tag(name = "Subscriptions")
@SecurityRequirement(name = "bearer")
@RequestMapping(path = "/subscriptions", produces = "application/json")
class SubscriptionsApi {

    private final Subscriptions subscriptions;
    private final Subscribing subscribing;
    private final OwnSubscriptions own;
    private final Notices notices;
    private final WebhookUrl urls;
    private final Dispatcher dispatcher;
    private final WorkSettings work;

    SubscriptionsApi(
            Subscriptions subscriptions,
            Subscribing subscribing,
            OwnSubscriptions own,
            Notices notices,
            WebhookUrl urls,
            Dispatcher dispatcher,
            WorkSettings work) {
        this.subscriptions = subscriptions;
        this.subscribing = subscribing;
        this.own = own;
        this.notices = notices;
        this.urls = urls;
        this.dispatcher = dispatcher;
        this.work = work;
    }

    record Listing(List<SubscriptionView> items, int total) {}

    @PostMapping(consumes = "application/json")
    @Operation(
            summary = "Subscribe a webhook or a mailbox",
            description =
                    "The secret of a webhook is in this answer only. A mailbox gets mail once its owner has confirmed: "
                            + "about changes, or about the caller's own work.")
    @ApiResponse(responseCode = "201", description = "Subscribed", useReturnTypeSchema = true)
    ResponseEntity<SubscriptionView> subscribe(@RequestBody SubscriptionRequest request, CurrentCaller caller) {
        request.check(urls);
        return request.isMail() ? mail(request, caller) : webhook(request, caller);
    }

    private ResponseEntity<SubscriptionView> webhook(SubscriptionRequest request, CurrentCaller caller) {
        var made = subscribing.webhook(
                caller.subject(),
                Objects.requireNonNull(request.url()),
                request.filterOrNone().filter(),
                request.cursor().map(Cursor::position).orElse(null),
                request.contact());
        dispatcher.wake();
        return created(caller, made.id(), made.secret());
    }

    private ResponseEntity<SubscriptionView> mail(SubscriptionRequest request, CurrentCaller caller) {
        if (request.isAboutWork()) refuseIdle(caller);
        var address = Objects.requireNonNull(request.email());
        var id = request.isAboutWork()
                ? subscribing.work(caller, address, request.cadenceOrImmediate())
                : subscribing.mail(
                        caller.subject(),
                        address,
                        request.cadenceOrImmediate(),
                        request.filterOrNone().filter());
        dispatcher.wake();
        return created(caller, id, null);
    }

    /** Nobody waits for mail that never comes. */
    private void refuseIdle(CurrentCaller caller) {
        if (!work.isOn()) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "no-mail-about-work",
                    "There is no mail about work here",
                    "This service is not set up to be told what waits for whom. GET /worklist of the standards service shows it.");
        }
        if (caller.roles().stream().allMatch(role -> role == Role.SUBSCRIBER)) {
            throw ProblemException.invalid(List.of(
                    Fault.at("/about", "In your role nothing waits for you: leave it out for mail about changes.")));
        }
    }

    private ResponseEntity<SubscriptionView> created(CurrentCaller caller, UUID id, @Nullable String secret) {
        return ResponseEntity.created(URI.create("/subscriptions/" + id))
                .body(SubscriptionView.of(own.subscription(caller, id), secret));
    }

    @GetMapping
    @Operation(summary = "The subscriptions of the caller")
    Listing list(CurrentCaller caller) {
        var items = subscriptions.of(caller.subject()).stream()
                .map(subscription -> SubscriptionView.of(subscription, null))
                .toList();
        return new Listing(items, items.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One subscription of the caller")
    SubscriptionView one(@PathVariable UUID id, CurrentCaller caller) {
        return SubscriptionView.of(own.subscription(caller, id), null);
    }

    record NoticeListing(List<Notices.Notice> items) {}

    @GetMapping("/{id}/notices")
    @Operation(
            summary = "What the owner of a subscription has to know",
            description = "That it was disabled, that a delivery was given up. The newest first.")
    NoticeListing notices(@PathVariable UUID id, CurrentCaller caller) {
        return new NoticeListing(notices.of(own.subscription(caller, id).id()));
    }

    /**
     * @param status {@code active} or {@code paused}
     * @param filter replaces the filter so far
     */
    record Change(@Nullable String status, @Nullable FilterRequest filter) {}

    @Operation(summary = "Pause or resume a subscription, or replace its filter")
    @PatchMapping(
            path = "/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    SubscriptionView change(@PathVariable UUID id, @RequestBody Change change, CurrentCaller caller) {
        var subscription = own.subscription(caller, id);
        var faults = new ArrayList<Fault>();
        if (change.status() != null && !List.of("active", "paused").contains(change.status())) {
            faults.add(Fault.at("/status", "This must be active or paused."));
        }
        if (change.status() != null && subscription.status() == Status.UNCONFIRMED) {
            faults.add(Fault.at("/status", "The owner of the mailbox has to confirm first."));
        }
        if (change.filter() != null && subscription.about() == Subscription.About.WORK) {
            faults.add(Fault.at("/filter", "Mail about your work has no filter: your roles say what is yours."));
        }
        if (change.filter() != null) change.filter().check(faults);
        if (!faults.isEmpty()) throw ProblemException.invalid(faults);
        subscribing.change(
                subscription,
                change.status() == null ? null : "active".equals(change.status()) ? Status.ACTIVE : Status.PAUSED,
                change.filter() == null ? null : change.filter().filter());
        dispatcher.wake();
        return SubscriptionView.of(own.subscription(caller, id), null);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "End a subscription")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, CurrentCaller caller) {
        subscribing.end(own.subscription(caller, id).id());
    }

    /** @param previousSecretUntil how long both secrets sign */
    record NewSecret(String secret, @Nullable Instant previousSecretUntil) {}

    @PostMapping("/{id}/secret")
    @Operation(
            summary = "A new secret for a webhook",
            description = "Both sign for a while, so that no delivery fails while the receiver is changed over.")
    NewSecret rotateSecret(@PathVariable UUID id, CurrentCaller caller) {
        var subscription = own.subscription(caller, id);
        if (subscription.channel() != Subscription.Channel.WEBHOOK) {
            throw ProblemException.notFound("Only webhooks have a secret.");
        }
        var secret = subscribing.rotateSecret(id);
        return new NewSecret(secret, own.subscription(caller, id).previousSecretUntil());
    }
}

package org.occupationalstandards.notifications.subscription;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.notifications.delivery.DeliveryHistory;
import org.occupationalstandards.notifications.delivery.Dispatcher;
import org.occupationalstandards.notifications.delivery.PlannedDelivery;
import org.occupationalstandards.notifications.delivery.Planner;
import org.occupationalstandards.platform.problem.Fault;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was delivered to one subscription of the caller, and how to have it delivered again. */
@RestController
@Tag(name = "Deliveries")
@SecurityRequirement(name = "bearer")
@RequestMapping(path = "/subscriptions/{id}", produces = "application/json")
class DeliveriesApi {

    private static final int LONGEST_PAGE = 200;

    private final OwnSubscriptions own;
    private final DeliveryHistory history;
    private final Replays replays;
    private final Planner planner;
    private final Dispatcher dispatcher;

    DeliveriesApi(
            OwnSubscriptions own, DeliveryHistory history, Replays replays, Planner planner, Dispatcher dispatcher) {
        this.own = own;
        this.history = history;
        this.replays = replays;
        this.planner = planner;
        this.dispatcher = dispatcher;
    }

    /**
     * @param items the newest first
     * @param next value of {@code before} for the next page; null on the last one
     */
    record Page(List<PlannedDelivery> items, @Nullable UUID next) {}

    @GetMapping("/deliveries")
    @Operation(summary = "What was and is to be delivered, the newest first")
    Page deliveries(
            @PathVariable UUID id,
            @Parameter(schema = @Schema(allowableValues = {"pending", "delivered", "failed"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "The next of the page before") @RequestParam(required = false) @Nullable
                    UUID before,
            @Parameter(schema = @Schema(minimum = "1", maximum = "" + LONGEST_PAGE)) @RequestParam(defaultValue = "50")
                    int limit,
            CurrentCaller caller) {
        var subscription = own.subscription(caller, id);
        var faults = new ArrayList<Fault>();
        if (state != null && !List.of("pending", "delivered", "failed").contains(state)) {
            faults.add(Fault.ofParameter("state", "This must be pending, delivered or failed."));
        }
        if (limit < 1 || limit > LONGEST_PAGE) {
            faults.add(Fault.ofParameter("limit", "This must be a number from 1 to " + LONGEST_PAGE + "."));
        }
        if (!faults.isEmpty()) throw ProblemException.invalid(faults);
        var items = history.page(subscription.id(), state, before, limit);
        return new Page(items, items.size() == limit ? items.getLast().id() : null);
    }

    @GetMapping("/deliveries/{delivery}")
    @Operation(summary = "One delivery with its attempts")
    PlannedDelivery delivery(@PathVariable UUID id, @PathVariable UUID delivery, CurrentCaller caller) {
        return find(own.subscription(caller, id), delivery);
    }

    /** Delivers it once more, under the same id. */
    @PostMapping("/deliveries/{delivery}/redeliver")
    @Operation(summary = "Deliver it once more, under the same id")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PlannedDelivery redeliver(@PathVariable UUID id, @PathVariable UUID delivery, CurrentCaller caller) {
        var subscription = own.subscription(caller, id);
        find(subscription, delivery);
        planner.again(subscription.id(), delivery);
        dispatcher.wake();
        return find(subscription, delivery);
    }

    /** @param planned how many announcements are delivered, some perhaps for the first time */
    record Replayed(int planned) {}

    @PostMapping(path = "/replay", consumes = "application/json")
    @Operation(summary = "Deliver a stretch of the feed again, in order")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replayed replay(@PathVariable UUID id, @RequestBody Replays.Range range, CurrentCaller caller) {
        var planned = replays.replay(own.subscription(caller, id).id(), range);
        dispatcher.wake();
        return new Replayed(planned);
    }

    /** Delivers a test that announces nothing. */
    @PostMapping("/test")
    @Operation(summary = "Deliver a test that announces nothing")
    @ApiResponse(responseCode = "202", description = "Planned", useReturnTypeSchema = true)
    ResponseEntity<PlannedDelivery> test(@PathVariable UUID id, CurrentCaller caller) {
        var subscription = own.subscription(caller, id);
        if (subscription.channel() != Subscription.Channel.WEBHOOK) {
            throw ProblemException.notFound("Only webhooks are tested.");
        }
        var delivery = planner.message(subscription.id(), Planner.TEST, "");
        dispatcher.wake();
        return ResponseEntity.accepted()
                .location(URI.create("/subscriptions/" + id + "/deliveries/" + delivery))
                .body(find(subscription, delivery));
    }

    private PlannedDelivery find(Subscription subscription, UUID delivery) {
        return history.one(subscription.id(), delivery)
                .orElseThrow(() -> ProblemException.notFound("This subscription has no delivery " + delivery + "."));
    }
}

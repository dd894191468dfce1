package org.occupationalstandards.notifications.subscription;

import java.util.UUID;
import org.occupationalstandards.platform.problem.ProblemException;
import org.occupationalstandards.platform.security.CurrentCaller;
import org.springframework.stereotype.Component;

/** Finds subscriptions for those whose they are. Somebody else's are as if they did not exist. */
@Component
class OwnSubscriptions {

    private final Subscriptions subscriptions;

    OwnSubscriptions(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** @throws ProblemException 404 where the caller has no such subscription */
    Subscription subscription(CurrentCaller caller, UUID id) {
        return subscriptions
                .of(caller.subject(), id)
                .orElseThrow(() -> ProblemException.notFound("You have no subscription " + id + "."));
    }
}

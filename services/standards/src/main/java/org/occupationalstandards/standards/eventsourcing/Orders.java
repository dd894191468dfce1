package org.occupationalstandards.standards.eventsourcing;

import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.occupationalstandards.standards.lifecycle.Fact;

/** Carries orders to the aggregates of one kind. On the command bus they go by the kind's name. */
final class Orders<A extends EventSourced<E, S>, E extends Fact, S> implements MessageHandler<CommandMessage<?>> {

    private final Kind<A, E, S> kind;
    private final Repository<A> repository;

    Orders(Kind<A, E, S> kind, Repository<A> repository) {
        this.kind = kind;
        this.repository = repository;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Object handle(CommandMessage<?> message) throws Exception {
        var order = (Order<E, S>) message.getPayload();
        if (!order.first()) {
            return repository.load(order.reference()).<Object>invoke(aggregate -> aggregate.goOn(order));
        }
        var decision = new AtomicReference<@Nullable Object>();
        repository.newInstance(
                () -> kind.at().apply(order.reference(), kind.none()),
                created -> decision.set(created.<Object>invoke(aggregate -> aggregate.begin(order))));
        return decision.get();
    }
}

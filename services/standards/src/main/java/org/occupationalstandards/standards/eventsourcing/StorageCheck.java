package org.occupationalstandards.standards.eventsourcing;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Refuses to start where events would be published and not stored, or stored and not in one transaction. */
@Component
class StorageCheck implements SmartInitializingSingleton {

    private final ListableBeanFactory beans;

    StorageCheck(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var wrong = Stream.of(
                        difference(EventBus.class, EmbeddedEventStore.class),
                        difference(EventStorageEngine.class, EventTables.class),
                        difference(TokenStore.class, ClaimedTokens.class),
                        difference(TransactionManager.class, SpringTransactionManager.class),
                        difference(CommandBus.class, SimpleCommandBus.class),
                        difference(Repository.class, CachingEventSourcingRepository.class))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Events would not be stored as they must be: " + wrong);
        }
    }

    private String difference(Class<?> role, Class<?> wanted) {
        var found = beans.getBeansOfType(role).values();
        boolean oneOrOnePerKind = found.size() == (role == Repository.class ? Kind.ALL.size() : 1);
        return oneOrOnePerKind && found.stream().allMatch(each -> each.getClass() == wanted)
                ? ""
                : role.getSimpleName() + " must be one " + wanted.getSimpleName() + " and is "
                        + found.stream().map(each -> each.getClass().getName()).toList();
    }
}

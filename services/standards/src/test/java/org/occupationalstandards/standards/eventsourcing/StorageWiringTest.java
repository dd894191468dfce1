package org.occupationalstandards.standards.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.occupationalstandards.standards.running.RunningStandards;
import org.occupationalstandards.testbed.access.TestIssuer;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class StorageWiringTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static RunningStandards service;

    @BeforeAll
    static void start() {
        service = RunningStandards.start(ISSUER);
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
    }

    @Test
    void every_part_of_axon_is_the_one_that_stores() {
        assertThat(service.bean(EventBus.class)).isExactlyInstanceOf(EmbeddedEventStore.class);
        assertThat(service.bean(EventStorageEngine.class)).isExactlyInstanceOf(EventTables.class);
        assertThat(service.bean(TokenStore.class)).isExactlyInstanceOf(ClaimedTokens.class);
        assertThat(service.bean(TransactionManager.class)).isExactlyInstanceOf(SpringTransactionManager.class);
        assertThat(service.bean(CommandBus.class)).isExactlyInstanceOf(SimpleCommandBus.class);
        assertThat(service.context().getBeansOfType(Repository.class).values())
                .hasSameSizeAs(Kind.ALL)
                .allSatisfy(each -> assertThat(each).isExactlyInstanceOf(CachingEventSourcingRepository.class));
    }

    @Test
    void a_service_that_would_store_nothing_does_not_start() {
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("events", SimpleEventBus.builder().build());
        beans.registerSingleton("transactions", NoTransactionManager.INSTANCE);

        assertThatThrownBy(() -> new StorageCheck(beans).afterSingletonsInstantiated())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("EventBus must be one EmbeddedEventStore")
                .hasMessageContaining("TransactionManager must be one SpringTransactionManager");
    }

    @Test
    void no_transaction_of_the_service_can_stay_open_for_long() {
        var jdbc = service.bean(JdbcClient.class);
        assertThat(jdbc.sql("SHOW transaction_timeout").query(String.class).single())
                .isEqualTo("1min");
        assertThat(jdbc.sql("SHOW idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("8s");
    }

    @Test
    void the_row_that_two_first_starts_would_race_for_is_there_and_readable() {
        assertThat(service.bean(TokenStore.class).retrieveStorageIdentifier()).isPresent();
    }

    @Test
    void nothing_of_axon_calls_home() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("update"));
    }
}

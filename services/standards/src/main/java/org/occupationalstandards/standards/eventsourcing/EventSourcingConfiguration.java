package org.occupationalstandards.standards.eventsourcing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.occupationalstandards.standards.employers.KnownEmployers;
import org.occupationalstandards.standards.lifecycle.Fact;
import org.occupationalstandards.standards.lifecycle.LifecyclePolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon on PostgreSQL, put together by hand: its configuration for Boot was made for Boot 3, and on Boot 4 it silently
 * leaves out transactions and storage. What the context has in the end is checked by {@link StorageCheck}.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EventSourcingConfiguration {

    /** Standards kept in memory; each is some ten kilobytes, with all its statements at most a hundred. */
    private static final int STANDARDS = 300;

    private static final int GROUPS = 300;
    private static final int EMPLOYERS = 300;

    /** Events after which a snapshot of the state saves reading them again. */
    private static final int SNAPSHOT_AFTER = 50;

    /** Rows per read of a stream. */
    private static final int READ_BATCH = 500;

    // One for the repository and the store of each kind; not beans, for nobody else may touch them.
    private final Recent recentStandards = new Recent(STANDARDS);
    private final Recent recentGroups = new Recent(GROUPS);
    private final Recent recentEmployers = new Recent(EMPLOYERS);

    @Bean
    TransactionManager eventTransactions(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider eventConnections(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    StoredEventSerializer storedEventSerializer() {
        return StoredEventSerializer.create();
    }

    @Bean
    EventStorageEngine eventTables(
            ConnectionProvider connections,
            TransactionManager transactions,
            StoredEventSerializer serializer,
            JdbcClient jdbc) {
        return EventTables.on(connections, transactions, serializer, READ_BATCH, new DeadGaps(jdbc));
    }

    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(EventStorageEngine storage, Clock clock) {
        // Axon dates events by this static clock and offers no other way; PostgreSQL keeps microseconds.
        GenericEventMessage.clock = Clock.tick(clock, Duration.ofNanos(1_000));
        return EmbeddedEventStore.builder().storageEngine(storage).build();
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, StoredEventSerializer serializer, JdbcClient jdbc) {
        // Claims are dated by it; with a clock of its own that is ahead, an instance takes away the claims of others,
        // and
        // keeps its own for as long after its end.
        AbstractTokenEntry.clock = new DatabaseClock(jdbc);
        return new ClaimedTokens(ClaimedTokens.builder()
                .connectionProvider(connections)
                .schema(EventTables.TOKENS)
                .serializer(serializer)
                // By default the name of the process, which two instances in one JVM share, and in containers often,
                // too.
                .nodeId(UUID.randomUUID().toString())
                .claimTimeout(ClaimedTokens.CLAIM_TIMEOUT));
    }

    @Bean
    Snapshotter snapshotter(EventStore events, TransactionManager transactions) {
        return AggregateSnapshotter.builder()
                .eventStore(events)
                .transactionManager(transactions)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .aggregateFactories(Kind.ALL.stream()
                        .<AggregateFactory<?>>map(kind -> new GenericAggregateFactory<>(kind.aggregate()))
                        .toList())
                .build();
    }

    @Bean
    Repository<StandardAggregate> standards(EventStore events, Snapshotter snapshotter) {
        return repository(Kind.STANDARD, events, snapshotter, recentStandards);
    }

    @Bean
    Repository<GroupAggregate> groups(EventStore events, Snapshotter snapshotter) {
        return repository(Kind.GROUP, events, snapshotter, recentGroups);
    }

    @Bean
    Repository<EmployerAggregate> employers(EventStore events, Snapshotter snapshotter) {
        return repository(Kind.EMPLOYER, events, snapshotter, recentEmployers);
    }

    private static <A extends EventSourced<E, S>, E extends Fact, S> Repository<A> repository(
            Kind<A, E, S> kind, EventStore events, Snapshotter snapshotter, Recent recent) {
        return EventSourcingRepository.builder(kind.aggregate())
                .eventStore(events)
                .snapshotTriggerDefinition(new EventCountSnapshotTriggerDefinition(snapshotter, SNAPSHOT_AFTER))
                .cache(recent)
                .build();
    }

    @Bean
    AnsweredRequests answeredRequests(JdbcClient jdbc, Clock clock) {
        return new AnsweredRequests(jdbc, clock);
    }

    /** Commands run on the thread of the request, which is a virtual one. */
    @Bean
    CommandBus commandBus(
            TransactionManager transactions,
            Repository<StandardAggregate> standards,
            Repository<GroupAggregate> groups,
            Repository<EmployerAggregate> employers,
            AnsweredRequests answered,
            EmployerMergers mergers,
            JdbcClient jdbc) {
        var bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(
                CommandMetaData.ACTOR, CommandMetaData.TRACEPARENT, CommandMetaData.COMMAND)));
        bus.registerHandlerInterceptor(new AnswerOnce(answered));
        bus.registerHandlerInterceptor(new ProductClaims(jdbc));
        bus.registerHandlerInterceptor(mergers);
        bus.subscribe(StandardAggregate.TYPE, new Orders<>(Kind.STANDARD, standards));
        bus.subscribe(GroupAggregate.TYPE, new Orders<>(Kind.GROUP, groups));
        bus.subscribe(EmployerAggregate.TYPE, new Orders<>(Kind.EMPLOYER, employers));
        return bus;
    }

    @Bean
    StandardStore standardStore(
            CommandBus commands,
            EventStore events,
            AnsweredRequests answered,
            GroupStore groups,
            LifecyclePolicy policy,
            Clock clock,
            MeterRegistry meters) {
        return new StandardStore(commands, events, answered, recentStandards, meters, groups, policy, clock);
    }

    @Bean
    GroupStore groupStore(
            CommandBus commands,
            EventStore events,
            AnsweredRequests answered,
            EmployerStore employers,
            LifecyclePolicy policy,
            Clock clock,
            MeterRegistry meters) {
        return new GroupStore(commands, events, answered, recentGroups, meters, employers, policy, clock);
    }

    @Bean
    EmployerStore employerStore(
            CommandBus commands,
            EventStore events,
            AnsweredRequests answered,
            KnownEmployers known,
            EmployerMergers mergers,
            LifecyclePolicy policy,
            Clock clock,
            MeterRegistry meters) {
        return new EmployerStore(commands, events, answered, recentEmployers, meters, known, mergers, policy, clock);
    }

    @Bean
    EmployerMergers employerMergers(JdbcClient jdbc) {
        return new EmployerMergers(jdbc);
    }

    @Bean
    EventDocuments eventDocuments(StoredEventSerializer serializer) {
        return new EventDocuments(serializer);
    }

    @Bean
    References references(JdbcClient jdbc) {
        return new References(jdbc);
    }

    @Bean
    Places places(JdbcClient jdbc) {
        return new Places(jdbc);
    }

    @Bean
    Following following(
            ObjectProvider<Follower<?>> followers,
            EventStore events,
            TokenStore tokens,
            TransactionManager transactions) {
        return new Following(followers.stream().toList(), events, tokens, transactions);
    }
}

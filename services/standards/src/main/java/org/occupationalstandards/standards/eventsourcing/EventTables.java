package org.occupationalstandards.standards.eventsourcing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Axon's JDBC storage on the tables of {@code db/standards/V1__event_store.sql}. */
final class EventTables extends JdbcEventStorageEngine {

    static final EventSchema EVENTS = EventSchema.builder()
            .eventTable("stored_event")
            .snapshotTable("state_snapshot")
            .globalIndexColumn("global_index")
            .timestampColumn("recorded_at")
            .eventIdentifierColumn("event_id")
            .aggregateIdentifierColumn("reference")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("aggregate_type")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("follower_token")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("recorded_at")
            .setOwnerColumn("owner")
            .build();

    static EventTables on(
            ConnectionProvider connections,
            TransactionManager transactions,
            StoredEventSerializer serializer,
            int readBatch,
            DeadGaps deadGaps) {
        var builder = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .snapshotFilter(StoredSnapshots::isReadable)
                .persistenceExceptionResolver(new DuplicateKeys())
                .schema(EVENTS)
                .batchSize(readBatch)
                .finalAggregateBatchPredicate(rows -> rows.size() < readBatch)
                // By default a gap counts as lost once it is a minute old by the dates of the events around it, or ten
                // thousand events back; the event of a slow transaction, or of a wrong clock, is then skipped for ever.
                // Which gaps are lost is for DeadGaps to say.
                .gapTimeout(Integer.MAX_VALUE)
                .maxGapOffset(Integer.MAX_VALUE)
                .gapCleaningThreshold(Integer.MAX_VALUE);
        return new EventTables(builder, deadGaps);
    }

    private final DeadGaps deadGaps;

    private EventTables(Builder builder, DeadGaps deadGaps) {
        super(builder);
        this.deadGaps = deadGaps;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return super.fetchTrackedEvents(lastToken == null ? null : deadGaps.without(lastToken), batchSize);
    }

    /** A real timestamp, so that the history can be asked for in SQL, too. */
    @Override
    protected Object readTimeStamp(ResultSet resultSet, String columnName) throws SQLException {
        return resultSet.getObject(columnName, OffsetDateTime.class).toInstant();
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int position, Instant timestamp) throws SQLException {
        statement.setObject(position, timestamp.atOffset(ZoneOffset.UTC));
    }
}

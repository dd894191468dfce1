-- What a service has taken in. Lies in the service's own schema, so that effects and ledger commit together.
-- Numbered below every service's own migrations. When a second one comes here (V0_2), services set spring.flyway.out-of-order.

-- How far each partition was taken in. This and not the offset kept by the broker is what counts.
create table intake_partition (
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (topic, partition)
);

-- The last sequence that was taken in for each standard.
create table intake_reference (
    topic         text    not null,
    reference     text    not null,
    last_sequence bigint  not null,
    parked        boolean not null default false,
    primary key (topic, reference)
) with (fillfactor = 70);

-- Messages that wait, in order of arrival: the first of a standard is the cause, the others stand behind it.
create table intake_parked (
    arrival           bigint generated always as identity primary key,
    topic             text        not null,
    partition         integer     not null,
    record_offset     bigint      not null,
    reference         text        not null,
    event_id          text,
    type              text,
    sequence          bigint,
    previous_sequence bigint,
    reason            text        not null,
    explanation       text,
    headers           jsonb       not null,
    bytes             bytea       not null,
    parked_at         timestamptz not null,
    unique (topic, partition, record_offset)
);
create index intake_parked_by_reference on intake_parked (topic, reference, arrival);

-- Dead letters that are still to be sent; planned here in the transaction that sets the message aside.
create table intake_dead_letter (
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    message_key   text,
    headers       jsonb       not null,
    bytes         bytea       not null,
    reason        text        not null,
    explanation   text        not null,
    planned_at    timestamptz not null,
    primary key (topic, partition, record_offset)
);

-- What operators decided about single messages. Outlives the model: a rebuild meets the same messages again and must not ask
-- again.
create table intake_decision (
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    reference     text        not null,
    decision      text        not null check (decision in ('DROPPED', 'TAKEN_OVER_GAP')),
    decided_at    timestamptz not null,
    primary key (topic, partition, record_offset)
);

-- The change feed: one row for each public announcement, as it came. Nothing here is ever updated.
create table feed (
    position          bigint primary key,
    id                text        not null unique,
    source            text        not null,
    type              text        not null,
    subject           text        not null,
    time              text        not null, -- as announced, so that every channel shows the same characters
    recorded_at       timestamptz not null, -- the same instant, to look for
    sequence          bigint      not null,
    previous_sequence bigint      not null,
    dataschema        text,
    trace_parent      text,
    route             int,
    level             int,
    title             text        not null,
    data              bytea       not null,
    received_at       timestamptz not null default now(),
    unique (subject, sequence)
);
create index feed_subject on feed (subject, position);
create index feed_route on feed (route, position);
create index feed_level on feed (level, position);
create index feed_type on feed (type, position);
create index feed_recorded on feed (recorded_at);

-- Each standard as it is after all announcements in the feed: what a cold start begins with.
create table current_state (
    reference text primary key,
    sequence  bigint not null,
    data      bytea  not null
);

create table subscription (
    id                    uuid primary key     default uuidv7(),
    owner                 text        not null,
    channel               text        not null check (channel in ('webhook', 'email')),
    target                text        not null, -- address of the webhook, or of the mailbox
    cadence               text        not null default 'immediate' check (cadence in ('immediate', 'daily', 'weekly')),
    status                text        not null check (status in ('unconfirmed', 'active', 'paused', 'disabled')),
    status_reason         text,
    status_since          timestamptz not null default now(),
    created_at            timestamptz not null default now(),
    -- An empty list lets everything through.
    filter_references     text[]      not null default '{}',
    filter_routes         int[]       not null default '{}',
    filter_levels         int[]       not null default '{}',
    filter_types          text[]      not null default '{}',
    secret                bytea,
    previous_secret       bytea,
    previous_secret_until timestamptz
);
create index subscription_owner on subscription (owner, id);

-- One row for each announcement that a subscriber is to hear of (or a test of the connection, which has no position).
create table delivery (
    id           uuid primary key     default uuidv7(),
    subscription uuid        not null references subscription on delete cascade,
    lane         text        not null,
    position     bigint, -- none for a test
    event_id     text        not null,
    type         text        not null,
    reference    text        not null,
    state        text        not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
    attempts     int         not null default 0,
    planned_at   timestamptz not null default now(),
    finished_at  timestamptz,
    unique (subscription, position)
);
create index delivery_pending on delivery (subscription, lane, position) where state = 'pending';
create index delivery_log on delivery (subscription, id);
create index delivery_finished on delivery (finished_at) where state <> 'pending';

-- Whose turn it is: what is delivered in order waits in one lane, and a lane is attempted by one at a time.
-- due_at is the time of the next attempt, or, while claimed, the end of the claim; null when there is nothing to do.
create table lane (
    subscription uuid not null references subscription on delete cascade,
    lane         text not null,
    due_at       timestamptz,
    claim        uuid,
    failures     int  not null default 0,
    failing_since timestamptz,
    primary key (subscription, lane)
);
create index lane_due on lane (due_at) where due_at is not null;

create table attempt (
    delivery    uuid        not null references delivery on delete cascade,
    number      int         not null,
    started_at  timestamptz not null,
    duration_ms int         not null,
    status      int,  -- of HTTP, when there was an answer
    problem     text, -- why it failed, when it did
    response    text, -- beginning of what was answered
    primary key (delivery, number)
);

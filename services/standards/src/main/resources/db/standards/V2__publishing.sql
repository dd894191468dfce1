-- Finished messages in the order of sending. A message is written once, in the transaction that notes its event as taken,
-- and never changes: its id, bytes and position are the same however often it is sent.
CREATE TABLE outbox (
    -- From 1, without gaps.
    number            bigint      PRIMARY KEY,
    channel           text        NOT NULL CHECK (channel IN ('EVENTS', 'WORKFLOW')),
    -- Place in the public change stream, from 1, without gaps; nothing for what only our own services hear.
    position          bigint      UNIQUE,
    reference         text        NOT NULL,
    sequence          bigint      NOT NULL,
    -- Of the message before it on the same channel for the same standard, 0 for none.
    previous_sequence bigint      NOT NULL,
    event_id          text        NOT NULL UNIQUE,
    type              text        NOT NULL,
    recorded_at       timestamptz NOT NULL,
    traceparent       text,
    data              bytea       NOT NULL,
    UNIQUE (reference, sequence),
    CHECK ((channel = 'EVENTS') = (position IS NOT NULL))
);

-- Each standard as it is now: what the list of standards shows, and the public occupation of the state topic.
CREATE TABLE current_standard (
    reference         text        PRIMARY KEY,
    -- Last stored event that went in here.
    sequence          bigint      NOT NULL,
    title             text        NOT NULL,
    stage             text        NOT NULL,
    status            text        NOT NULL,
    version           text        NOT NULL,
    level             integer     NOT NULL,
    route             integer     NOT NULL,
    owner             uuid,
    changed_at        timestamptz NOT NULL,
    -- Last message on the workflow topic.
    workflow_sequence bigint      NOT NULL,
    -- Last public announcement, and the occupation after it.
    announced_sequence bigint     NOT NULL,
    announced_position bigint,
    announced_id      text,
    announced_at      timestamptz,
    occupation        bytea
);
CREATE INDEX current_standard_title ON current_standard (lower(title), reference);

-- How far the outbox has been sent, and which instance sends it at present.
CREATE TABLE relay (
    id           integer     PRIMARY KEY CHECK (id = 1),
    sent_through bigint      NOT NULL,
    owner        text,
    lease_until  timestamptz
);
INSERT INTO relay (id, sent_through) VALUES (1, 0);

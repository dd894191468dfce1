-- What happened, for ever: the source of everything else. Nothing here is ever updated or deleted.
CREATE TABLE stored_event (
    -- No cache on the sequence: within one standard a later event always has the higher index.
    global_index     bigint       GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    event_id         text         NOT NULL UNIQUE,
    reference        text         NOT NULL,
    -- Position in the stream of the standard, from 0; outside it is counted from 1.
    sequence_number  bigint       NOT NULL,
    aggregate_type   text         NOT NULL,
    recorded_at      timestamptz  NOT NULL,
    -- Stable wire name and revision, never the name of a class.
    payload_type     text         NOT NULL,
    payload_revision text,
    payload          bytea        NOT NULL,
    meta_data        bytea        NOT NULL,
    -- Two writers that decided on the same state collide here, and only one of them is stored.
    CONSTRAINT stored_event_stream UNIQUE (reference, sequence_number)
);

-- Shortcuts for long streams: may be emptied at any time.
CREATE TABLE state_snapshot (
    reference        text         NOT NULL,
    sequence_number  bigint       NOT NULL,
    event_id         text         NOT NULL UNIQUE,
    aggregate_type   text         NOT NULL,
    recorded_at      timestamptz  NOT NULL,
    payload_type     text         NOT NULL,
    payload_revision text,
    payload          bytea        NOT NULL,
    meta_data        bytea        NOT NULL,
    PRIMARY KEY (reference, sequence_number)
);

-- How far each follower of the stored events has come, and which instance follows at present.
CREATE TABLE follower_token (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    recorded_at    text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

-- Axon would insert its configuration row on first use, and two instances that start together would race for it.
INSERT INTO follower_token (processor_name, segment, token, token_type, recorded_at, owner)
VALUES ('__config', 0,
        convert_to('{"config":{"id":"' || gen_random_uuid() || '"}}', 'UTF8'),
        'org.axonframework.eventhandling.tokenstore.ConfigToken',
        to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        NULL);

-- References of standards whose proposer gives none: OCC and the next free number.
CREATE SEQUENCE next_reference MINVALUE 1 MAXVALUE 9999 START 2000;

-- Answers already given, so that a repeated request is answered and not carried out again.
CREATE TABLE answered_request (
    caller         text        NOT NULL,
    idempotency_key text       NOT NULL,
    -- Of all that was asked for: the same key with another request is a mistake of the caller.
    fingerprint    text        NOT NULL,
    reference      text        NOT NULL,
    -- The events that the request led to; after = before where it led to none.
    sequence_before bigint     NOT NULL,
    sequence_after bigint      NOT NULL,
    answered_at    timestamptz NOT NULL,
    PRIMARY KEY (caller, idempotency_key)
);
CREATE INDEX answered_request_age ON answered_request (answered_at);

-- Who is told of what, beside everybody: written with the list of turns, and read in its order by the service that sends mail.
-- Made from the events, but never made again: what people were told cannot be taken back.
CREATE TABLE telling (
    -- From 1, without gaps.
    number    bigint PRIMARY KEY,
    reference text   NOT NULL,
    -- Of the last event that the command led to.
    sequence  bigint NOT NULL,
    told      jsonb  NOT NULL,
    UNIQUE (reference, sequence)
);

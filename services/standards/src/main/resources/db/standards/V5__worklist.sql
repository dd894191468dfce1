-- Whose turn it is, for every standard. Follows from the events alone: may be emptied when the row 'worklist' of
-- follower_token is deleted with it.
CREATE TABLE turn (
    reference text        NOT NULL,
    -- The most pressing first, from 0.
    place     integer     NOT NULL,
    audience  text        NOT NULL,
    command   text        NOT NULL,
    what      text        NOT NULL,
    -- The same for as long as it is the same turn.
    subject   text        NOT NULL,
    since     timestamptz NOT NULL,
    due_by    timestamptz,
    -- Roles that may do it.
    roles     text[]      NOT NULL,
    -- Opaque ids: those who are called, all of the group where empty; and those who are not asked.
    called    text[]      NOT NULL,
    exempt    text[]      NOT NULL,
    title     text        NOT NULL,
    stage     text        NOT NULL,
    level     integer     NOT NULL,
    route     integer     NOT NULL,
    owner     uuid,
    PRIMARY KEY (reference, place)
);

-- Files that were handed in, and how far they have been worked off: another instance, or the next start, goes on here.
CREATE TABLE import_job (
    id           uuid        PRIMARY KEY,
    media_type   text        NOT NULL,
    file         bytea       NOT NULL,
    -- Opaque id of who handed it in.
    submitted_by text        NOT NULL,
    submitted_at timestamptz NOT NULL,
    -- Known once the file has been read to its end for the first time.
    total        integer,
    done_at      timestamptz,
    worker       text,
    lease_until  timestamptz
);
CREATE INDEX import_job_open ON import_job (submitted_at) WHERE done_at IS NULL;

-- What became of each record of a file; a record without a line has not been worked off.
CREATE TABLE import_result (
    job      uuid    NOT NULL REFERENCES import_job,
    -- Place in the file, from 1.
    number   integer NOT NULL,
    record   text    NOT NULL,
    outcome  text    NOT NULL CHECK (outcome IN ('REGISTERED', 'UNCHANGED', 'REFUSED')),
    -- Why it was refused.
    problems jsonb   NOT NULL,
    PRIMARY KEY (job, number)
);

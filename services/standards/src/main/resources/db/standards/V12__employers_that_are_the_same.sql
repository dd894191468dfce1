-- Which entries of the register of employers were merged into which other. Written in the transaction that stores the
-- event; an entry is merged into one at most, and never in a circle.
CREATE TABLE employer_merger (
    employer      uuid PRIMARY KEY,
    into_employer uuid NOT NULL,
    CHECK (employer <> into_employer)
);
CREATE INDEX employer_merger_into ON employer_merger (into_employer);

-- The entry that stands for each that was merged, at the end of the chain.
CREATE VIEW employer_standing AS
WITH RECURSIVE step (employer, standing) AS (
    SELECT employer, into_employer FROM employer_merger
    UNION
    SELECT step.employer, m.into_employer FROM step JOIN employer_merger m ON m.employer = step.standing
)
SELECT employer, standing FROM step WHERE NOT EXISTS (SELECT FROM employer_merger m WHERE m.employer = step.standing);

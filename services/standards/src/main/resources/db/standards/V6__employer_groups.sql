-- Everything here is made from the stored events, and can be emptied and made again.

-- The register of employers.
CREATE TABLE registered_employer (
    id         uuid        PRIMARY KEY,
    -- Last stored event that went in here.
    sequence   bigint      NOT NULL,
    name       text        NOT NULL,
    size       text        NOT NULL CHECK (size IN ('SMALL', 'MEDIUM', 'LARGE')),
    changed_at timestamptz NOT NULL
);
CREATE INDEX registered_employer_name ON registered_employer (lower(name), id);

-- Every way to write an employer's name that is known.
CREATE TABLE employer_spelling (
    employer uuid   NOT NULL REFERENCES registered_employer ON DELETE CASCADE,
    spelling text   NOT NULL,
    use      text   NOT NULL CHECK (use IN ('CURRENT', 'FORMER', 'SHORT')),
    -- The same for all spellings of one name.
    key      text   NOT NULL,
    -- Of the key. An array of our own and not the extension, which not every database may have.
    trigrams text[] NOT NULL,
    PRIMARY KEY (employer, spelling)
);
CREATE INDEX employer_spelling_key ON employer_spelling (key);
CREATE INDEX employer_spelling_trigrams ON employer_spelling USING gin (trigrams);

CREATE TABLE employer_group (
    id         uuid        PRIMARY KEY,
    -- Last stored event that went in here.
    sequence   bigint      NOT NULL,
    name       text        NOT NULL,
    employers  integer     NOT NULL,
    -- Of those: how many stand behind its proposals, and how many of these are small.
    supporting integer     NOT NULL,
    small      integer     NOT NULL,
    dissolved  boolean     NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX employer_group_name ON employer_group (lower(name), id);

-- Which employers belong to which groups. The register is made at its own pace: an employer may come here first.
CREATE TABLE employer_membership (
    group_id uuid    NOT NULL REFERENCES employer_group ON DELETE CASCADE,
    employer uuid    NOT NULL,
    supports boolean NOT NULL,
    PRIMARY KEY (group_id, employer)
);
CREATE INDEX employer_membership_employer ON employer_membership (employer);

-- All that a warning says of an existing standard lies beside its words, so that one question answers it. Made from the events
-- alone: the follower begins again, since its row is gone.
DELETE FROM follower_token WHERE processor_name = 'overlaps';
DROP TABLE standard_words;
CREATE TABLE standard_words (
    reference  text     PRIMARY KEY,
    -- The last event whose content went in here, and the last that may have changed it.
    sequence   bigint   NOT NULL,
    latest     bigint   NOT NULL,
    title      text     NOT NULL,
    status     text     NOT NULL,
    level      integer  NOT NULL,
    job_titles text[]   NOT NULL,
    -- Knowledge, skills, behaviours and duties: [{"id": …, "label": …, "text": …}].
    sayings    jsonb    NOT NULL,
    -- A: title and job titles. B: keywords. C: knowledge, skills, behaviours and duties.
    words      tsvector NOT NULL
);
CREATE INDEX standard_words_words ON standard_words USING gin (words);
-- Standards whose words are not those of their last draft.
CREATE INDEX standard_words_behind ON standard_words (reference) WHERE latest > sequence;

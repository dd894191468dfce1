-- The words of each standard, to find those that may overlap with a proposal. Follows from the events alone: may be emptied
-- when the row 'overlaps' of follower_token is deleted with it.
CREATE TABLE standard_words (
    reference text     PRIMARY KEY,
    -- A: title and job titles. B: keywords. C: knowledge, skills, behaviours and duties.
    words     tsvector NOT NULL
);
CREATE INDEX standard_words_words ON standard_words USING gin (words);

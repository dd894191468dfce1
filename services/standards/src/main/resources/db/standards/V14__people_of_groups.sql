-- Who acts for which employer group, as opaque ids: whoever does has an interest in its standards, whatever their token says. Made
-- from the events alone: the follower begins again, since its row is gone.
DELETE FROM follower_token WHERE processor_name = 'group-list';
CREATE TABLE group_person (
    group_id uuid NOT NULL REFERENCES employer_group ON DELETE CASCADE,
    person   text NOT NULL,
    PRIMARY KEY (group_id, person)
);
CREATE INDEX group_person_person ON group_person (person);

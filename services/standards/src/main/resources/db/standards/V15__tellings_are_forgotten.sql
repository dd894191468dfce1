-- What was told long ago is forgotten. The last telling of each standard stays: by it a list of turns that is made again knows what
-- was told already, and numbers go on from it.
ALTER TABLE telling ADD COLUMN told_at timestamptz NOT NULL DEFAULT now();
UPDATE telling SET told_at = (told ->> 'recordedAt')::timestamptz;
CREATE INDEX telling_told_at ON telling (told_at);

-- The number through which nothing is given any more: whoever has read less has missed some.
CREATE TABLE telling_gone (
    through  bigint  NOT NULL,
    only_one boolean NOT NULL DEFAULT true PRIMARY KEY CHECK (only_one)
);
INSERT INTO telling_gone (through) VALUES (0);

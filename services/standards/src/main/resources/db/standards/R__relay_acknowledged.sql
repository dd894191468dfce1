-- The last message of each partition that the broker has acknowledged: {"topic-partition": {"offset": …, "number": …}}.
ALTER TABLE relay ADD COLUMN IF NOT EXISTS acknowledged jsonb NOT NULL DEFAULT '{}';

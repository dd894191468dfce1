-- How a model came to be, if it was rebuilt: one row, in the schema of the model itself, so that it takes its place together
-- with it. While the model is being built, how far it is. Repeatable, so that it may be changed without a number that would
-- have to lie below those of every service's own migrations.
create table if not exists intake_rebuild (
    begun_at     timestamptz not null,
    continued_at timestamptz, -- after an interruption
    finished_at  timestamptz,
    seen_at      timestamptz not null default now(),
    read         bigint      not null default 0, -- messages, in all
    total        bigint      not null default 0, -- messages on the topic
    per_second   bigint      not null default 0, -- since it was begun, or continued
    problem      text,
    only_one     boolean     not null default true primary key check (only_one)
);

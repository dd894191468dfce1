-- Mail about one's own work, beside mail about changes: what somebody may do, as it was known last, says which news are theirs.
alter table subscription
    add column about text not null default 'changes' check (about in ('changes', 'work')),
    add column work_roles text[] not null default '{}',
    add column work_groups uuid[] not null default '{}',
    add column work_routes int[] not null default '{}',
    add column work_checked_at timestamptz;

-- What one mail about work says of one standard.
create table work_news (
    delivery    uuid primary key references delivery on delete cascade,
    title       text        not null,
    recorded_at timestamptz not null,
    done        text, -- what was done, where the owner is told of it
    turns       jsonb       not null -- what it has become their turn to do: [{"what": …, "dueBy": …}]
);

-- How far what people are told has been read.
create table work_read (
    id      int primary key check (id = 1),
    through bigint not null
);
insert into work_read (id, through) values (1, 0);

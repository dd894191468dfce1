-- What people were permitted and by whom: every change of it. Of an erased person only that there were changes is left.
create table access_change (
    id         bigint      generated always as identity primary key,
    person     uuid        not null references person,
    changed_at timestamptz not null,
    changed_by text        not null, -- opaque id
    before     jsonb,                -- roles, groups, routes, employers; nothing once the person is erased
    after      jsonb
);
create index access_change_person on access_change (person, id);

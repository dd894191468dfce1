-- Instances of the service that are at work. Each holds the advisory lock of its number for as long as its session lasts; what
-- it had claimed is free as soon as the server has given up that lock.
create sequence instance_number as int;
create table instance (
    number     int primary key,
    started_at timestamptz not null default now()
);

-- Whose claim it is; of an instance that knows nothing of this: nobody's, and the claim runs out.
alter table lane add column claimed_by int;
alter table replay add column planned_by int;

-- What was decided against, and why, was told all along and not kept: the model begins anew, and as the ledger is emptied with
-- it, the intake reads the topic again.
delete from occupation;
delete from occupation_content;
delete from occupation_day;
delete from occupation_version;
delete from consultation;
delete from recent_change;
delete from intake_partition;
delete from intake_reference;
delete from intake_parked;
update model set epoch = gen_random_uuid();

-- Each potential occupation that was decided against, for as long as that stands.
create table rejection (
    reference   text   not null primary key,
    sequence    bigint not null,
    kind        text   not null,
    rejected_on date   not null,
    reasons     text   not null -- JSON: as they were given, one by one
);

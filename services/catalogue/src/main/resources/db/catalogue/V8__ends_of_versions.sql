-- A version ends with its standard, and stays ended when the standard comes back. What a declined end and a return leave of a
-- standard was not told apart before: the model begins anew, and as the ledger is emptied with it, the intake reads the topic
-- again.
delete from occupation;
delete from occupation_content;
delete from occupation_day;
delete from occupation_version;
delete from consultation;
delete from rejection;
delete from recent_change;
delete from intake_partition;
delete from intake_reference;
delete from intake_parked;
update model set epoch = gen_random_uuid();

alter table occupation_version add column ended_on date; -- last day on which it was in force, where the standard ended with it

-- Employers that a person works for, by their ids in the register of employers: who works for one has an interest in the
-- standards of its group.
alter table person add column employers uuid[] not null default '{}';
